package io.jenkins.plugins.securityspacedns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.accounts.Owners.Owner;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the page of accounts shows of an account. */
class AccountReportTest {

    private static final Owner OWNER = new Owner("alice", true, true, Optional.of("alice"), List.of());
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Hosts with numbers from 1, all updated but those with a problem. */
    private static List<String> excerpt(int count, Set<Integer> problems) {
        Map<HostName, HostState> hosts = new TreeMap<>();
        for (int number = 1; number <= count; number++) {
            Outcome outcome = problems.contains(number) ? Outcome.UNCONFIRMED : Outcome.UPDATED;
            hosts.put(
                    HostName.parse("h" + (1000 + number) + ".example.com"),
                    new HostState(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new HostState.LastRequest(outcome, NOON))));
        }
        return report(Pace.UNUSED, hosts).getExcerpt().stream()
                .map(HostReport::getHostname)
                .toList();
    }

    @Test
    void aHundredHostsAreShownInTheirOrder() {
        assertThat(excerpt(100, Set.of(50)))
                .hasSize(100)
                .startsWith("h1001.example.com", "h1002.example.com")
                .endsWith("h1100.example.com");
    }

    @Test
    void ofMoreThoseAreShownFirstThatHaveAProblem() {
        assertThat(excerpt(1000, Set.of(700, 900)))
                .hasSize(100)
                .startsWith("h1700.example.com", "h1900.example.com", "h1001.example.com")
                .endsWith("h1098.example.com");
    }

    private static AccountReport report(Pace pace, Map<HostName, HostState> hosts) {
        Guard guard = new Guard(Duration.ofDays(25), new Pace.Limit(10, 30), Accounts.HASHES);
        AccountState state = new AccountState(Optional.empty(), List.of(), Optional.empty(), pace, hosts);
        return new AccountReport(new AccountKey("service", "user"), state, OWNER, guard, NOON);
    }

    @Test
    void whatIsLeftOfThePaceIsShown() {
        assertThat(report(Pace.UNUSED, Map.of()).getRequestsLeft()).isEqualTo(10);
        assertThat(report(new Pace(7.4, NOON, List.of()), Map.of()).getRequestsLeft())
                .isEqualTo(7);
        assertThat(report(new Pace(7.4, NOON, List.of()), Map.of()).getNextRequest())
                .isNull();
    }

    @Test
    void aPaceThatIsUsedUpSaysWhenTheNextRequestMayBeSent() {
        AccountReport report = report(new Pace(0.5, NOON, List.of()), Map.of());

        assertThat(report.getRequestsLeft()).isZero();
        assertThat(report.getNextRequest()).isEqualTo(Date.from(NOON.plusSeconds(60)));
    }

    /** A host with an unanswered address after a request with this outcome. */
    private static HostReport unanswered(Outcome last) {
        HostState state = new HostState(
                Optional.empty(),
                Optional.of(IpAddress.parse("203.0.113.7")),
                Optional.empty(),
                Optional.of(new HostState.LastRequest(last, NOON)));
        return report(Pace.UNUSED, Map.of(HostName.parse("a.example.com"), state))
                .getHosts()
                .get(0);
    }

    @Test
    void anAddressThatReachedNoServerIsNotCalledSent() {
        assertThat(unanswered(Outcome.UNREACHABLE).isUnreachable()).isTrue();
        assertThat(unanswered(Outcome.SERVER_ERROR).isUnreachable()).isFalse();
    }
}
