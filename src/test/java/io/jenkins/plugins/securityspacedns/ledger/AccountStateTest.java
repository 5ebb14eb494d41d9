package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName B = HostName.parse("b.example.com");
    private static final HostName C = HostName.parse("c.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");

    @Test
    void ofAHostWasLastHeardWhenAnythingOfItWasLastHeard() {
        assertThat(host(LATER, NOW, EARLIER).lastHeard()).contains(LATER);
        assertThat(host(EARLIER, LATER, NOW).lastHeard()).contains(LATER);
        assertThat(host(NOW, EARLIER, LATER).lastHeard()).contains(LATER);
        assertThat(HostState.UNKNOWN.lastHeard()).isEmpty();
    }

    @Test
    void ofAnAccountWasLastHeardWhenAnythingOfAHostOrALatchWas() {
        Map<HostName, HostState> hosts = Map.of(A, confirmedAt(NOW), B, confirmedAt(EARLIER));
        assertThat(account(blockedSince(EARLIER), hosts).lastHeard()).contains(NOW);
        assertThat(account(blockedSince(LATER), hosts).lastHeard()).contains(LATER);
        assertThat(account(Optional.empty(), hosts).lastHeard()).contains(NOW);
        assertThat(AccountState.UNKNOWN.lastHeard()).isEmpty();
    }

    @Test
    void onlyHostsOfWhichSomethingWasHeardSinceThenStayAndAllElseThatIsKnownDoes() {
        Map<HostName, HostState> hosts =
                Map.of(A, confirmedAt(NOW.minusNanos(1)), B, confirmedAt(NOW.plusNanos(1)), C, HostState.UNKNOWN);
        AccountState state = new AccountState(blockedSince(EARLIER), Optional.of(LATER), hosts);
        assertThat(state.withoutHostsBefore(NOW))
                .isEqualTo(new AccountState(
                        blockedSince(EARLIER), Optional.of(LATER), Map.of(B, confirmedAt(NOW.plusNanos(1)))));
    }

    private static AccountState account(Optional<Latch> latch, Map<HostName, HostState> hosts) {
        return new AccountState(latch, Optional.empty(), hosts);
    }

    private static Optional<Latch> blockedSince(Instant since) {
        return Optional.of(Latch.blocked(since));
    }

    private static HostState host(Instant confirmed, Instant held, Instant last) {
        return new HostState(
                Optional.of(new Confirmation(ADDRESS, confirmed)),
                Optional.empty(),
                Optional.of(new Hold(Outcome.UNREACHABLE, 1, held, Optional.empty(), "")),
                Optional.of(new HostState.Attempt(Outcome.UNREACHABLE, last)));
    }

    private static HostState confirmedAt(Instant at) {
        return new HostState(
                Optional.of(new Confirmation(ADDRESS, at)), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
