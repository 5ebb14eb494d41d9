package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.List;
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
    void ofAnAccountWasLastHeardWhenAnythingOfAHostOrAStopWas() {
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
        AccountState state = state(hosts);
        assertThat(state.withoutHostsBefore(NOW)).isEqualTo(state(Map.of(B, confirmedAt(NOW.plusNanos(1)))));
    }

    private static AccountState state(Map<HostName, HostState> hosts) {
        return new AccountState(
                blockedSince(EARLIER),
                List.of(new AccountState.RefusedPassword("hash", EARLIER)),
                Optional.of(new AccountState.ServerWait(EARLIER, LATER)),
                new Pace(3, NOW, List.of()),
                hosts);
    }

    private static AccountState account(Optional<AccountState.Stop> stop, Map<HostName, HostState> hosts) {
        return new AccountState(stop, List.of(), Optional.empty(), Pace.UNUSED, hosts);
    }

    private static Optional<AccountState.Stop> blockedSince(Instant since) {
        return Optional.of(new AccountState.Stop(Outcome.BLOCKED, since));
    }

    private static HostState host(Instant confirmed, Instant held, Instant last) {
        return new HostState(
                Optional.of(new HostState.Confirmation(ADDRESS, confirmed)),
                Optional.empty(),
                Optional.of(new HostState.Hold(Outcome.UNREACHABLE, 1, held, Optional.empty(), List.of())),
                Optional.of(new HostState.LastRequest(Outcome.UNREACHABLE, last)));
    }

    private static HostState confirmedAt(Instant at) {
        return new HostState(
                Optional.of(new HostState.Confirmation(ADDRESS, at)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
