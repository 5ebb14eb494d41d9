package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.PaceLimit;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.SentRequest;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the trigger makes of what an account went through. */
class JudgeTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final IpAddress HERE = IpAddress.parse("93.184.216.34");
    private static final IpAddress ELSEWHERE = IpAddress.parse("8.8.4.4");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName B = HostName.parse("b.example.com");
    private static final String PASSWORD = "correct horse";

    private final Guard guard = new Guard(Duration.ofDays(25), PaceLimit.DEFAULT, Accounts.HASHES);
    private final Recorder recorder = new Recorder(new HoldTimes(() -> 0), Accounts.HASHES);
    private final Judge judge = new Judge(guard);
    private AccountState state = AccountState.UNKNOWN;

    private void happened(Outcome outcome, IpAddress address, Instant at, HostName... hosts) {
        List<HostName> names = Arrays.asList(hosts);
        List<HostAnswer> answers = names.stream()
                .map(host -> new HostAnswer(host, outcome, "", false))
                .toList();
        Map<HostName, String> updates = new HashMap<>();
        names.forEach(host -> updates.put(host, WantedUpdate.digest(names)));
        ParsedResponse response =
                new ParsedResponse(answers, Optional.of(outcome).filter(Outcome::isRefusalOfAccount));
        state = recorder.record(state, new SentRequest(address, PASSWORD, updates, response, Optional.empty(), at));
    }

    private static LastUpdate update(IpAddress address, HostName... hosts) {
        return new LastUpdate(List.of(hosts), Optional.of(address), "alice", Optional.of("office"));
    }

    private TriggerDecision judge(LastUpdate update, IpAddress address, Duration later) {
        return judge(update, address, PASSWORD, later);
    }

    /** Also holds the judge to the guard: a build is started exactly where one host at least would be sent. */
    private TriggerDecision judge(LastUpdate update, IpAddress address, String password, Duration later) {
        Instant now = START.plus(later);
        TriggerDecision finding = judge.judge(update, address, "office", password, state, now);
        WantedUpdate wanted = new WantedUpdate(WantedUpdate.digest(update.hosts()), address, false);
        boolean sends = update.hosts().stream()
                .map(host -> guard.decide(state, guard.stop(state, password), wanted, host, now))
                .anyMatch(Decision.Send.class::isInstance);
        assertThat(finding.reason().starts()).isEqualTo(sends);
        return finding;
    }

    @Test
    void theConfirmedAddressStartsNothing() {
        happened(Outcome.UPDATED, HERE, START, A, B);

        assertThat(judge(update(HERE, A, B), HERE, Duration.ofDays(1)))
                .isEqualTo(new TriggerDecision(
                        Reason.UNCHANGED,
                        "The address of office is 93.184.216.34, which SecuritySpace confirmed for a.example.com and 1"
                                + " more at 2026-03-01 12:00:00 UTC."));
    }

    @Test
    void anotherAddressStartsABuildAndNamesBoth() {
        happened(Outcome.UPDATED, HERE, START, A);

        assertThat(judge(update(HERE, A), ELSEWHERE, Duration.ofMinutes(10)))
                .isEqualTo(new TriggerDecision(
                        Reason.ADDRESS_CHANGED, "The address of office changed from 93.184.216.34 to 8.8.4.4."));
    }

    @Test
    void aKeepAliveIsDueAfterItsDaysAndNotBefore() {
        happened(Outcome.UNCHANGED, HERE, START, A);
        Duration due = Duration.ofDays(25);

        assertThat(judge(update(HERE, A), HERE, due.minusSeconds(1)).reason()).isEqualTo(Reason.UNCHANGED);
        TriggerDecision finding = judge(update(HERE, A), HERE, due);
        assertThat(finding.reason()).isEqualTo(Reason.KEEP_ALIVE_DUE);
        assertThat(finding.message()).contains("due since 2026-03-26 12:00:00 UTC");
    }

    @Test
    void aRunningWaitStartsNothingAndOneThatIsOverDoes() {
        happened(Outcome.SERVER_ERROR, HERE, START, A);

        TriggerDecision held = judge(update(HERE, A), HERE, Duration.ofMinutes(4));
        assertThat(held.reason()).isEqualTo(Reason.HELD);
        assertThat(held.message())
                .contains("a.example.com")
                .contains("server-error")
                .contains("12:05:00 UTC");
        TriggerDecision over = judge(update(HERE, A), HERE, Duration.ofMinutes(6));
        assertThat(over.reason()).isEqualTo(Reason.BACKOFF_OVER);
        assertThat(over.message()).contains("since 2026-03-01 12:05:00 UTC");
    }

    @Test
    void anAddressThatChangedDuringAWaitIsToldAsTheChange() {
        happened(Outcome.UPDATED, HERE, START.minus(Duration.ofDays(1)), A);
        happened(Outcome.UNREACHABLE, HERE, START, A);

        assertThat(judge(update(HERE, A), ELSEWHERE, Duration.ofSeconds(30)).reason())
                .isEqualTo(Reason.HELD);
        assertThat(judge(update(HERE, A), ELSEWHERE, Duration.ofMinutes(2)).reason())
                .isEqualTo(Reason.ADDRESS_CHANGED);
    }

    @Test
    void aRefusedPasswordHoldsUntilThereIsAnother() {
        happened(Outcome.BADAUTH, HERE, START, A);

        TriggerDecision latched = judge(update(HERE, A), ELSEWHERE, Duration.ofDays(3));
        assertThat(latched.reason()).isEqualTo(Reason.LATCHED);
        assertThat(latched.message()).contains("refused this password at 2026-03-01 12:00:00 UTC");
        assertThat(judge(update(HERE, A), HERE, "another", Duration.ofDays(3)).reason())
                .isEqualTo(Reason.PASSWORD_CHANGED);
    }

    @Test
    void aBlockedAccountHoldsUntilItIsResumed() {
        happened(Outcome.BLOCKED, HERE, START, A);

        assertThat(judge(update(HERE, A), HERE, "another", Duration.ofDays(3)).reason())
                .isEqualTo(Reason.LATCHED);
        state = state.resumed();
        TriggerDecision resumed = judge(update(HERE, A), HERE, Duration.ofDays(3));
        assertThat(resumed.reason()).isEqualTo(Reason.RESUMED);
        assertThat(resumed.message()).contains("blocked at 2026-03-01 12:00:00 UTC");
    }

    @Test
    void aLatchedAccountWhoseAddressIsStillConfirmedIsUnchanged() {
        happened(Outcome.UPDATED, HERE, START, A);
        happened(Outcome.BLOCKED, HERE, START.plusSeconds(1), B);

        assertThat(judge(update(HERE, A), HERE, Duration.ofHours(1)).reason()).isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void anUnknownHostHoldsAsLongAsTheHostsAreTheSame() {
        happened(Outcome.NOHOST, HERE, START, A);

        assertThat(judge(update(HERE, A), HERE, Duration.ofDays(9)).reason()).isEqualTo(Reason.HELD);
        assertThat(judge(update(HERE, A, B), HERE, Duration.ofDays(9)).reason()).isEqualTo(Reason.NOT_CONFIRMED);
    }

    @Test
    void aHostOfWhichNothingIsKnownIsNotConfirmed() {
        assertThat(judge(update(HERE, A), HERE, Duration.ZERO))
                .isEqualTo(new TriggerDecision(
                        Reason.NOT_CONFIRMED, "SecuritySpace has not confirmed 93.184.216.34 for a.example.com yet."));
    }

    @Test
    void anAddressThatWasOnlyTriedMakesTheConfirmedOneDoubtful() {
        happened(Outcome.UPDATED, HERE, START, A);
        state = state.sending(List.of(A), ELSEWHERE);

        assertThat(judge(update(HERE, A), HERE, Duration.ofHours(1)).reason()).isEqualTo(Reason.NOT_CONFIRMED);
    }

    @Test
    void oneHostThatMayBeSentOutweighsOthersThatAreHeld() {
        happened(Outcome.UPDATED, HERE, START, A);
        happened(Outcome.SERVER_ERROR, HERE, START, B);

        TriggerDecision finding = judge(update(HERE, A, B), ELSEWHERE, Duration.ofMinutes(1));
        assertThat(finding.reason()).isEqualTo(Reason.ADDRESS_CHANGED);
    }

    @Test
    void aHeldHostOutweighsOthersThatAreCurrent() {
        happened(Outcome.UPDATED, HERE, START, A);
        happened(Outcome.SERVER_ERROR, HERE, START, B);

        assertThat(judge(update(HERE, A, B), HERE, Duration.ofMinutes(1)).reason())
                .isEqualTo(Reason.HELD);
    }

    @Test
    void aConfirmationFromTheFutureIsRenewed() {
        happened(Outcome.UPDATED, HERE, START.plus(Duration.ofDays(400)), A);

        TriggerDecision finding = judge(update(HERE, A), HERE, Duration.ZERO);
        assertThat(finding.reason()).isEqualTo(Reason.KEEP_ALIVE_DUE);
        assertThat(finding.message()).contains("a clock was wrong");
    }

    @Test
    void withoutKeepAliveAConfirmationHoldsForEver() {
        happened(Outcome.UPDATED, HERE, START, A);
        Judge forEver = new Judge(new Guard(Duration.ZERO, PaceLimit.DEFAULT, Accounts.HASHES));

        assertThat(forEver.judge(update(HERE, A), HERE, "office", PASSWORD, state, START.plus(Duration.ofDays(9_999)))
                        .reason())
                .isEqualTo(Reason.UNCHANGED);
    }
}
