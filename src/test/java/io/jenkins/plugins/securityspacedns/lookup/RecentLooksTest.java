package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import io.jenkins.plugins.securityspacedns.simulator.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecentLooksTest {

    private static final HostName HOST = HostName.parse("www.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("93.184.216.34");

    private final SettableClock clock = new SettableClock();
    private final RecentLooks looks = new RecentLooks(clock);
    private NameServer server;

    @BeforeEach
    void start() throws IOException {
        server = new NameServer(".")
                .with("example.com", "NS", "ns.example.com.")
                .with("ns.example.com", "A", "192.0.2.1")
                .with(HOST.ascii(), "A", ADDRESS.toString());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Map<HostName, Served> look() throws InterruptedException {
        NameServers servers = new NameServers(() -> List.of(server.address()), address -> server.address());
        return looks.look(servers, List.of(HOST), Family.IPV4, Duration.ofSeconds(10));
    }

    @Test
    void aHostIsLookedAtOnceAMinute() throws Exception {
        assertThat(look().get(HOST).isEverywhere(ADDRESS)).isTrue();
        int asked = server.questions();
        server.without(HOST.ascii());
        clock.advance(Duration.ofSeconds(59));

        assertThat(look().get(HOST).isEverywhere(ADDRESS)).isTrue();
        assertThat(server.questions()).isEqualTo(asked);
        clock.advance(Duration.ofSeconds(1));
        assertThat(look().get(HOST).isEverywhere(ADDRESS)).isFalse();
    }

    @Test
    void theLastLookIsRememberedForADay() throws Exception {
        assertThat(looks.last(HOST, Family.IPV4)).isEmpty();
        look();
        Instant at = clock.instant();
        clock.advance(Duration.ofHours(23));

        assertThat(looks.last(HOST, Family.IPV4)).map(RecentLooks.Seen::at).contains(at);
        assertThat(looks.last(HOST, Family.IPV6)).isEmpty();
    }

    @Test
    void whatWasSeenADayAgoIsForgottenEvenIfNobodyLooks() throws Exception {
        look();
        clock.advance(Duration.ofDays(1));

        assertThat(looks.last(HOST, Family.IPV4)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepALookFresh() throws Exception {
        look();
        int asked = server.questions();
        clock.advance(Duration.ofHours(-2));

        look();

        assertThat(server.questions()).isGreaterThan(asked);
    }

    @Test
    void anInterruptedLookDoesNotCount() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::look).isInstanceOf(InterruptedException.class);

        assertThat(look()).containsKey(HOST);
    }
}
