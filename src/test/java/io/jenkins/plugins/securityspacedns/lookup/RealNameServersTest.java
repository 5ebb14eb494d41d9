package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nsd and unbound say, if they are installed. */
@Timeout(120)
class RealNameServersTest {

    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");

    @TempDir
    private static Path folder;

    private static NameServerLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = NameServerLab.start(folder);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Served served = look("host.sub.example.com", Family.IPV4, 2);
        while (!(served.isEverywhere(ADDRESS)
                && look("agree.example.com", Family.IPV4, 2).answered().size() == 2)) {
            assertThat(System.nanoTime()).as(served.toString()).isLessThan(end);
            served = look("host.sub.example.com", Family.IPV4, 2);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    private static Served look(String host, Family family, int seconds) throws InterruptedException {
        HostName name = HostName.parse(host);
        return lab.nameServers()
                .look(List.of(name), family, Duration.ofSeconds(seconds))
                .get(name);
    }

    private static List<Answer> answers(String host) throws InterruptedException {
        return look(host, Family.IPV4, 10).servers().stream()
                .map(Served.NameServer::answer)
                .toList();
    }

    @Test
    void serversThatServeTheSameAgree() throws Exception {
        assertThat(look("agree.example.com", Family.IPV4, 10).isEverywhere(ADDRESS))
                .isTrue();
        assertThat(look("agree.example.com", Family.IPV6, 10).isEverywhere(IpAddress.parse("2001:db8::7")))
                .isTrue();
    }

    @Test
    void serversThatServeDifferentAddressesDiffer() throws Exception {
        Served served = look("differ.example.com", Family.IPV4, 10);

        assertThat(served.agree()).isFalse();
        assertThat(served.addresses()).isEqualTo("198.51.100.7, 198.51.100.8");
    }

    @Test
    void aRecordThatIsGoneFromOneServerIsNotEverywhere() throws Exception {
        assertThat(look("gone.example.com", Family.IPV4, 10).isEverywhere(ADDRESS))
                .isFalse();
        assertThat(answers("gone.example.com")).containsExactlyInAnyOrder(Answer.SERVES, Answer.NO_NAME);
    }

    @Test
    void aNameThatNobodyHasIsSaidToBeNone() throws Exception {
        assertThat(answers("none.example.com")).containsOnly(Answer.NO_NAME);
    }

    @Test
    void anAliasIsFollowedAndNamed() throws Exception {
        Served served = look("alias.example.com", Family.IPV4, 10);

        assertThat(served.isEverywhere(ADDRESS)).isTrue();
        assertThat(served.aliases()).containsExactly("agree.example.com");
    }

    @Test
    void aWildcardServesItselfAndNamesBelow() throws Exception {
        assertThat(look("*.wild.example.com", Family.IPV4, 10).isEverywhere(ADDRESS))
                .isTrue();
        assertThat(look("any.wild.example.com", Family.IPV4, 10).isEverywhere(ADDRESS))
                .isTrue();
    }

    @Test
    void aZoneBelowIsAskedAtItsOwnServers() throws Exception {
        Served served = look("host.sub.example.com", Family.IPV4, 10);

        assertThat(served.servers()).extracting(Served.NameServer::name).containsExactly("ns.sub.example.com");
        assertThat(served.isEverywhere(ADDRESS)).isTrue();
    }

    @Test
    void oneSilentServerHasNoVoteAndTwoAreNoAnswer() throws Exception {
        look("agree.example.com", Family.IPV4, 10); // the resolver knows the zone from here on
        try {
            lab.silence(false);
            Served one = look("agree.example.com", Family.IPV4, 3);
            lab.silence(true);
            Served both = look("agree.example.com", Family.IPV4, 3);

            assertThat(one.servers()).extracting(Served.NameServer::answer).contains(Answer.SILENT, Answer.SERVES);
            assertThat(one.isEverywhere(ADDRESS)).isTrue();
            assertThat(both.answered()).isEmpty();
            assertThat(both.servers()).extracting(Served.NameServer::answer).containsOnly(Answer.SILENT);
        } finally {
            lab.goOn();
        }
    }

    @Test
    void aServerThatIsLateByFiveSecondsIsAwaited() throws Exception {
        look("agree.example.com", Family.IPV4, 10);
        lab.silence(false);
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> {
                    try {
                        lab.goOn();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS));
        try {
            Served served = look("agree.example.com", Family.IPV4, 20);

            assertThat(served.answered()).hasSize(2);
        } finally {
            later.join();
        }
    }
}
