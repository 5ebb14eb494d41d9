package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the trigger makes of what an account went through. */
class JudgeTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final IpAddress HERE = IpAddress.parse("93.184.216.34");
    private static final IpAddress ELSEWHERE = IpAddress.parse("8.8.4.4");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName B = HostName.parse("b.example.com");
    private static final LookupNode OFFICE = new LookupNode(Optional.of("office"), null, Optional.empty());
    private static final String PASSWORD = "correct horse";

    private final Guard guard = new Guard(Duration.ofDays(25), Pace.Limit.DEFAULT, Accounts.HASHES);
    private final Recorder recorder = new Recorder(new HoldTimes(() -> 0), Accounts.HASHES);
    private History history = History.NONE;
    private AccountState state = AccountState.UNKNOWN;
    private Map<HostName, Served> differing = Map.of();

    private void happened(Outcome outcome, IpAddress address, Instant at, HostName... hosts) {
        List<HostName> names = Arrays.asList(hosts);
        List<HostAnswer> answers = names.stream()
                .map(host -> new HostAnswer(host, outcome, "", false))
                .toList();
        Map<HostName, Recorder.Cause> updates = new HashMap<>();
        names.forEach(
                host -> updates.put(host, new Recorder.Cause(SendReason.NEVER_CONFIRMED, WantedUpdate.digest(names))));
        ParsedResponse response =
                new ParsedResponse(answers, Optional.of(outcome).filter(Outcome::isRefusalOfAccount));
        state = recorder.record(
                state, new Recorder.SentRequest(address, PASSWORD, updates, response, Optional.empty(), at));
    }

    private static PastUpdate update(IpAddress address, HostName... hosts) {
        Map<HostName, Outcome> updated = new LinkedHashMap<>();
        Arrays.asList(hosts).forEach(host -> updated.put(host, Outcome.UPDATED));
        return new PastUpdate(1, START, updated, Optional.of(address), "alice", OFFICE.agent(), "", "", false);
    }

    private TriggerDecision judge(PastUpdate update, IpAddress address, Duration later) {
        return judge(update, address, PASSWORD, later);
    }

    /** Also holds the judge to the guard: a build is started exactly if one host at least would be sent. */
    private TriggerDecision judge(PastUpdate update, IpAddress address, String password, Duration later) {
        Instant now = START.plus(later);
        history = history.with(update);
        Judge judge = new Judge(guard, history);
        TriggerDecision decision = judge.judge(update, address, OFFICE, password, state, differing, now);
        WantedUpdate wanted =
                new WantedUpdate(WantedUpdate.digest(update.hosts().keySet()), address, false, differing.keySet());
        boolean sends = update.hosts().keySet().stream()
                .map(host -> guard.decide(state, guard.stop(state, password), wanted, host, now))
                .anyMatch(Decision.Send.class::isInstance);
        assertThat(decision.reason().starts()).isEqualTo(sends);
        assertThat(decision.address()).hasValue(address);
        return decision;
    }

    @Test
    void theConfirmedAddressStartsNothing() {
        happened(Outcome.UPDATED, HERE, START, A, B);

        assertThat(judge(update(HERE, A, B), HERE, Duration.ofDays(1)))
                .returns(Reason.UNCHANGED, TriggerDecision::reason)
                .returns(
                        "The address of office is 93.184.216.34, which SecuritySpace confirmed for a.example.com and 1"
                                + " more at 2026-03-01 12:00:00 UTC.",
                        TriggerDecision::message);
    }

    @Test
    void anotherAddressStartsABuildAndNamesBoth() {
        happened(Outcome.UPDATED, HERE, START, A);

        assertThat(judge(update(HERE, A), ELSEWHERE, Duration.ofMinutes(10)))
                .returns(Reason.ADDRESS_CHANGED, TriggerDecision::reason)
                .returns("The address of office changed from 93.184.216.34 to 8.8.4.4.", TriggerDecision::message);
    }

    @Test
    void whatTheNameServersServeInsteadStartsABuildOnceTheConfirmationHadItsTime() {
        happened(Outcome.UPDATED, HERE, START, A);
        differing = Map.of(
                A,
                new Served(
                        A,
                        List.of(),
                        List.of(new Served.NameServer(
                                "ns1.example.com",
                                IpAddress.parse("192.0.2.1"),
                                Served.Answer.SERVES,
                                Set.of(ELSEWHERE),
                                "")),
                        ""));

        assertThat(judge(update(HERE, A), HERE, Duration.ofMinutes(1)).reason()).isEqualTo(Reason.UNCHANGED);
        assertThat(judge(update(HERE, A), HERE, Duration.ofMinutes(10)))
                .returns(Reason.DNS_DIFFERS, TriggerDecision::reason)
                .returns(
                        "a.example.com: the name servers serve 8.8.4.4 instead of 93.184.216.34.",
                        TriggerDecision::message);
    }

    @Test
    void aKeepAliveIsDueAfterItsDaysAndNotBefore() {
        happened(Outcome.UNCHANGED, HERE, START, A);
        Duration due = Duration.ofDays(25);

        assertThat(judge(update(HERE, A), HERE, due.minusSeconds(1)).reason()).isEqualTo(Reason.UNCHANGED);
        TriggerDecision decision = judge(update(HERE, A), HERE, due);
        assertThat(decision.reason()).isEqualTo(Reason.KEEP_ALIVE_DUE);
        assertThat(decision.message()).contains("due since 2026-03-26 12:00:00 UTC");
    }

    @Test
    void aHoldThatRunsStartsNothingAndOneThatIsOverDoes() {
        happened(Outcome.SERVER_ERROR, HERE, START, A);

        TriggerDecision held = judge(update(HERE, A), HERE, Duration.ofMinutes(4));
        assertThat(held.reason()).isEqualTo(Reason.HELD);
        assertThat(held.message())
                .contains("a.example.com")
                .contains("server-error")
                .contains("12:05:00 UTC");
        TriggerDecision over = judge(update(HERE, A), HERE, Duration.ofMinutes(6));
        assertThat(over.reason()).isEqualTo(Reason.HOLD_OVER);
        assertThat(over.message()).contains("since 2026-03-01 12:05:00 UTC");
    }

    @Test
    void anAddressThatChangedDuringAHoldIsToldAsTheChange() {
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

        TriggerDecision stopped = judge(update(HERE, A), ELSEWHERE, Duration.ofDays(3));
        assertThat(stopped.reason()).isEqualTo(Reason.STOPPED);
        assertThat(stopped.message()).contains("refused this password at 2026-03-01 12:00:00 UTC");
        assertThat(judge(update(HERE, A), HERE, "another", Duration.ofDays(3)).reason())
                .isEqualTo(Reason.PASSWORD_CHANGED);
    }

    @Test
    void aBlockedAccountHoldsUntilItIsResumed() {
        happened(Outcome.BLOCKED, HERE, START, A);

        assertThat(judge(update(HERE, A), HERE, "another", Duration.ofDays(3)).reason())
                .isEqualTo(Reason.STOPPED);
        state = state.resumed();
        TriggerDecision resumed = judge(update(HERE, A), HERE, Duration.ofDays(3));
        assertThat(resumed.reason()).isEqualTo(Reason.RESUMED);
        assertThat(resumed.message()).contains("blocked at 2026-03-01 12:00:00 UTC");
    }

    @Test
    void aStoppedAccountWhoseAddressIsStillConfirmedIsUnchanged() {
        happened(Outcome.UPDATED, HERE, START, A);
        happened(Outcome.BLOCKED, HERE, START.plusSeconds(1), B);

        assertThat(judge(update(HERE, A), HERE, Duration.ofHours(1)).reason()).isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void anUnknownHostHoldsAsLongAsTheHostsAreTheSame() {
        happened(Outcome.NOHOST, HERE, START, A);

        assertThat(judge(update(HERE, A), HERE, Duration.ofDays(9)).reason()).isEqualTo(Reason.HELD);
        assertThat(judge(update(HERE, A, B), HERE, Duration.ofDays(9)).reason()).isEqualTo(Reason.NEVER_CONFIRMED);
    }

    @Test
    void aHostOfWhichNothingIsKnownIsNotConfirmed() {
        assertThat(judge(update(HERE, A), HERE, Duration.ZERO))
                .returns(Reason.NEVER_CONFIRMED, TriggerDecision::reason)
                .returns(
                        "SecuritySpace has not confirmed 93.184.216.34 for a.example.com yet.",
                        TriggerDecision::message);
    }

    @Test
    void anAddressThatWasOnlyTriedMakesTheConfirmedOneUncertain() {
        happened(Outcome.UPDATED, HERE, START, A);
        state = state.sending(List.of(A), ELSEWHERE);

        assertThat(judge(update(HERE, A), HERE, Duration.ofHours(1)).reason()).isEqualTo(Reason.NEVER_CONFIRMED);
    }

    @Test
    void oneHostThatMayBeSentOutweighsOthersThatAreHeld() {
        happened(Outcome.UPDATED, HERE, START, A);
        happened(Outcome.SERVER_ERROR, HERE, START, B);

        TriggerDecision decision = judge(update(HERE, A, B), ELSEWHERE, Duration.ofMinutes(1));
        assertThat(decision.reason()).isEqualTo(Reason.ADDRESS_CHANGED);
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

        TriggerDecision decision = judge(update(HERE, A), HERE, Duration.ZERO);
        assertThat(decision.reason()).isEqualTo(Reason.KEEP_ALIVE_DUE);
        assertThat(decision.message()).contains("a clock was wrong");
    }

    @Test
    void withoutKeepAliveAConfirmationHoldsForEver() {
        happened(Outcome.UPDATED, HERE, START, A);
        Judge forEver = new Judge(new Guard(Duration.ZERO, Pace.Limit.DEFAULT, Accounts.HASHES), History.NONE);

        assertThat(forEver.judge(
                                update(HERE, A),
                                HERE,
                                OFFICE,
                                PASSWORD,
                                state,
                                Map.of(),
                                START.plus(Duration.ofDays(9_999)))
                        .reason())
                .isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void anAddressOfAnotherNodeIsNotToldAsAChangeOfThisOne() {
        happened(Outcome.UPDATED, HERE, START, A);
        PastUpdate elsewhere = new PastUpdate(
                1, START, Map.of(A, Outcome.UPDATED), Optional.of(HERE), "alice", Optional.of(""), "", "", false);

        assertThat(judge(elsewhere, ELSEWHERE, Duration.ofMinutes(10)))
                .returns(Reason.ADDRESS_CHANGED, TriggerDecision::reason)
                .returns(
                        "SecuritySpace has 93.184.216.34 confirmed for a.example.com, and the address of office is"
                                + " 8.8.4.4.",
                        TriggerDecision::message);
    }

    @Test
    void theControllerAndAnAddressThatWasGivenAreNamedAsSuch() {
        happened(Outcome.UPDATED, HERE, START, A);
        Judge judge = new Judge(guard, History.NONE);
        LookupNode controller = new LookupNode(Optional.of(""), null, Optional.empty());

        assertThat(judge.judge(update(HERE, A), HERE, controller, PASSWORD, state, Map.of(), START)
                        .message())
                .startsWith("The address of the controller is 93.184.216.34");
        assertThat(judge.judge(update(HERE, A), HERE, LookupNode.NONE, PASSWORD, state, Map.of(), START)
                        .message())
                .startsWith("The address of the job is 93.184.216.34");
    }

    /** The least of several runs, in milliseconds: what the machine does besides does not count. */
    private static long leastOf(int runs, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            work.run();
            least = Math.min(least, System.nanoTime() - begin);
        }
        return TimeUnit.NANOSECONDS.toMillis(least);
    }

    private static HostName[] hosts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> HostName.parse("host" + i + ".example.com"))
                .toArray(HostName[]::new);
    }

    private void look(History history, IpAddress address, Reason expected) {
        PastUpdate update = history.lastUpdates().get(0);
        TriggerDecision decision = new Judge(guard, history)
                .judge(update, address, OFFICE, PASSWORD, state, Map.of(), START.plusSeconds(1));
        new Flapping().check(decision, "", history.addresses(A, START), START);
        assertThat(history.unlessStartedBefore(decision, START, 2).reason()).isEqualTo(expected);
    }

    @Test
    void aLookAtTenThousandHostsTakesLessThanATenthOfASecond() {
        HostName[] hosts = hosts(10_000);
        happened(Outcome.UPDATED, HERE, START, hosts);
        History kept = History.NONE.with(update(HERE, hosts));

        assertThat(leastOf(10, () -> look(kept, HERE, Reason.UNCHANGED))).isLessThan(100);
        assertThat(leastOf(10, () -> look(kept, ELSEWHERE, Reason.ADDRESS_CHANGED)))
                .isLessThan(100);
    }

    @Test
    void aThousandJobsOfOneAccountTakeLessThanASecondOnOneThread() {
        HostName[] hosts = hosts(1_000);
        happened(Outcome.UPDATED, HERE, START, hosts);
        List<History> jobs = Stream.of(hosts)
                .map(host -> History.NONE.with(update(HERE, host)))
                .toList();

        assertThat(leastOf(5, () -> jobs.forEach(job -> look(job, ELSEWHERE, Reason.ADDRESS_CHANGED))))
                .isLessThan(1_000);
    }
}
