package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName B = HostName.parse("b.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");
    private static final IpAddress EARLIER = IpAddress.parse("203.0.113.9");
    private static final String HOSTS = WantedUpdate.digest(List.of(A, B));
    private static final Recorder RECORDER = new Recorder(new HoldTimes(() -> 0), Accounts.HASHES);
    private static final AccountState BLOCKED =
            Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW.minusSeconds(60)));

    // Confirmations

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "UNCHANGED"})
    void aSuccessConfirmsTheAddress(Outcome outcome) {
        HostState host = record(AccountState.UNKNOWN, outcome).host(A);
        assertThat(host.confirmed()).contains(new HostState.Confirmation(ADDRESS, NOW));
        assertThat(host.hold()).isEmpty();
        assertThat(host.last()).contains(new HostState.LastRequest(outcome, NOW));
        assertThat(host.hasConfirmed(ADDRESS)).isTrue();
        assertThat(host.hasConfirmed(EARLIER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "UNCHANGED"})
    void aSuccessEndsHoldsAndWhatWasUnanswered(Outcome outcome) {
        AccountState state = record(confirmedEarlier().sending(List.of(A), ADDRESS), Outcome.SERVER_ERROR);
        assertThat(state.host(A).unanswered()).isPresent();
        HostState after = record(state, outcome).host(A);
        assertThat(after.unanswered()).isEmpty();
        assertThat(after.hold()).isEmpty();
        assertThat(after.confirmed()).contains(new HostState.Confirmation(ADDRESS, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOHOST", "BADAUTH", "BLOCKED", "SERVER_ERROR", "UNCONFIRMED", "UNREACHABLE"})
    void aFailureConfirmsNothingAndForgetsNothing(Outcome outcome) {
        assertThat(record(AccountState.UNKNOWN, outcome).host(A).confirmed()).isEmpty();

        HostState host =
                record(confirmedEarlier().sending(List.of(A), ADDRESS), outcome).host(A);
        assertThat(host.confirmed()).contains(new HostState.Confirmation(EARLIER, NOW.minusSeconds(3600)));
        assertThat(host.unanswered())
                .as("the server may have taken it all the same")
                .contains(ADDRESS);
        assertThat(host.hasConfirmed(EARLIER)).isFalse();
        assertThat(host.hasConfirmed(ADDRESS)).isFalse();
        assertThat(host.last()).contains(new HostState.LastRequest(outcome, NOW));
    }

    @Test
    void everyHostGetsItsOwnOutcomeAndOtherHostsStayAsTheyWere() {
        HostName c = HostName.parse("c.example.com");
        HostState known = record(AccountState.UNKNOWN, Outcome.UPDATED).host(A);
        AccountState before = Accounts.of(Map.of(c, known));
        AccountState after = record(before, List.of(answer(A, Outcome.UPDATED), answer(B, Outcome.UNCONFIRMED)));
        assertThat(after.hosts()).containsOnlyKeys(A, B, c);
        assertThat(after.host(A).hasConfirmed(ADDRESS)).isTrue();
        assertThat(after.host(B).confirmed()).isEmpty();
        assertThat(after.host(B).hold()).isPresent();
        assertThat(after.host(c)).isEqualTo(known);
    }

    // Holds

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCONFIRMED"})
    void failuresInARowDoubleTheWait(Outcome outcome) {
        assertThat(waitsAfter(outcome, 8))
                .containsExactly(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(40),
                        Duration.ofMinutes(80),
                        Duration.ofMinutes(160),
                        Duration.ofMinutes(320),
                        Duration.ofHours(6));
    }

    @Test
    void noAnswerMeansAShorterWait() {
        assertThat(waitsAfter(Outcome.UNREACHABLE, 6))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(16),
                        Duration.ofMinutes(30));
    }

    @Test
    void aSuccessBeginsTheRowAnew() {
        AccountState state = AccountState.UNKNOWN;
        for (Outcome outcome :
                List.of(Outcome.SERVER_ERROR, Outcome.SERVER_ERROR, Outcome.UPDATED, Outcome.SERVER_ERROR)) {
            state = record(state, outcome);
        }
        assertThat(state.host(A).hold())
                .contains(new HostState.Hold(
                        Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plus(Duration.ofMinutes(5))), List.of()));
    }

    @Test
    void aHostThatTheServerDoesNotKnowIsHeldForTheseHostsAndNotForATime() {
        HostState.Hold hold =
                record(AccountState.UNKNOWN, Outcome.NOHOST).host(A).hold().orElseThrow();
        assertThat(hold.cause()).isEqualTo(Outcome.NOHOST);
        assertThat(hold.since()).isEqualTo(NOW);
        assertThat(hold.until()).isEmpty();
        assertThat(hold.hosts()).containsExactly(HOSTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCONFIRMED"})
    void retryAfterIsHonouredIfItIsLongerThanTheHold(Outcome outcome) {
        Instant later = NOW.plus(Duration.ofHours(3));
        AccountState state = record(AccountState.UNKNOWN, outcome, Optional.of(later));
        assertThat(state.serverWait().map(AccountState.ServerWait::until)).contains(later);
        assertThat(state.host(A).hold().flatMap(HostState.Hold::until)).contains(later);
    }

    @Test
    void aRetryAfterThatIsShorterDoesNotShortenTheHold() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(NOW.plusSeconds(1)));
        assertThat(state.host(A).hold().flatMap(HostState.Hold::until)).contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "UNCHANGED", "NOHOST", "BADAUTH"})
    void aRetryAfterBesideAnythingButAFailureOfTheServerIsNoWait(Outcome outcome) {
        assertThat(record(AccountState.UNKNOWN, outcome, Optional.of(NOW.plusSeconds(3600)))
                        .serverWait())
                .isEmpty();
    }

    @Test
    void aSuccessEndsWhatTheServerAskedForBefore() {
        AccountState asked = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(NOW.plusSeconds(3600)));
        assertThat(record(asked, Outcome.UPDATED).serverWait().map(AccountState.ServerWait::until))
                .isEmpty();
    }

    @Test
    void whatTheServerAskedForStandsWhereItDoesNotAnswer() {
        Instant later = NOW.plus(Duration.ofHours(3));
        AccountState asked = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(later));
        assertThat(record(asked, Outcome.UNREACHABLE).serverWait().map(AccountState.ServerWait::until))
                .contains(later);
    }

    // Repairs

    @Test
    void aHostThatWasSentForTheNameServersIsConfirmedAndHeldForThemAlone() {
        HostState host = repaired(AccountState.UNKNOWN, NOW).host(A);
        assertThat(host.hasConfirmed(ADDRESS)).isTrue();
        assertThat(host.hold())
                .contains(new HostState.Hold(
                        Outcome.UNPUBLISHED, 1, NOW, Optional.of(NOW.plus(Duration.ofMinutes(5))), List.of()));
        assertThat(host.failure()).isEmpty();
    }

    @Test
    void aRepairIsTheNextInARowUntilADayAfterTheHoldOfTheLast() {
        AccountState once = repaired(AccountState.UNKNOWN, NOW);
        Instant late = NOW.plus(Duration.ofMinutes(5)).plus(Duration.ofDays(1));
        assertThat(repaired(once, late.minusNanos(1)).host(A).hold())
                .map(HostState.Hold::failures)
                .contains(2);
        assertThat(repaired(once, late).host(A).hold())
                .map(HostState.Hold::failures)
                .contains(1);
    }

    @Test
    void repairsAndFailuresAreNotOfOneRow() {
        AccountState failed = record(record(AccountState.UNKNOWN, Outcome.SERVER_ERROR), Outcome.SERVER_ERROR);
        AccountState repaired = repaired(failed, NOW);
        assertThat(repaired.host(A).hold()).map(HostState.Hold::failures).contains(1);
        assertThat(record(repaired, Outcome.SERVER_ERROR).host(A).hold())
                .map(HostState.Hold::failures)
                .contains(1);
    }

    // Stops

    @Test
    void badauthStopsTheAccountForThePasswordThatWasRefused() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.BADAUTH);
        assertThat(state.stop()).contains(new AccountState.Stop(Outcome.BADAUTH, NOW));
        assertThat(state.refused())
                .containsExactly(new AccountState.RefusedPassword(Accounts.HASHES.of("secret"), NOW));
        assertThat(state.host(A).hold()).as("the stop is enough").isEmpty();
    }

    @Test
    void blockedStopsTheAccountWhateverThePassword() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.BLOCKED);
        assertThat(state.stop()).contains(new AccountState.Stop(Outcome.BLOCKED, NOW));
        assertThat(state.refused()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "NOHOST", "SERVER_ERROR", "UNCONFIRMED"})
    void aStopInTheAnswerCountsWhateverTheHostsGot(Outcome outcome) {
        ParsedResponse response = new ParsedResponse(List.of(answer(A, outcome)), Optional.of(Outcome.BLOCKED));
        AccountState state = RECORDER.record(AccountState.UNKNOWN, sent("secret", response, Optional.empty()));
        assertThat(state.stop()).contains(new AccountState.Stop(Outcome.BLOCKED, NOW));
        assertThat(state.host(A).last()).contains(new HostState.LastRequest(outcome, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UPDATED",
                "UNCHANGED",
                "NOHOST",
                "BADAUTH",
                "BLOCKED",
                "SERVER_ERROR",
                "UNCONFIRMED",
                "UNREACHABLE"
            })
    void noAnswerEndsABlock(Outcome outcome) {
        assertThat(record(BLOCKED, outcome).stop()).isEqualTo(BLOCKED.stop());
    }

    @Test
    void aPasswordThatTheServerTookEndsTheStopOfAnotherOneWhichStaysRefused() {
        AccountState refused = Accounts.refused(NOW.minusSeconds(60), "old secret");
        AccountState taken = record(refused, Outcome.UPDATED);
        assertThat(taken.stop()).isEmpty();
        assertThat(taken.refused()).isEqualTo(refused.refused());
        assertThat(record(refused, Outcome.SERVER_ERROR).stop()).isEqualTo(refused.stop());
        assertThat(record(refused, Outcome.BLOCKED).stop())
                .map(AccountState.Stop::cause)
                .contains(Outcome.BLOCKED);

        assertThat(record(refused, Outcome.BADAUTH).refused())
                .extracting(AccountState.RefusedPassword::hash)
                .containsExactly(Accounts.HASHES.of("secret"), Accounts.HASHES.of("old secret"));
    }

    @Test
    void sixAddressChangesAfterASuccessEarnNoMoreBadauth() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.BADAUTH);
        Guard guard = new Guard(Duration.ZERO, Pace.Limit.DEFAULT, Accounts.HASHES);
        for (int change = 0; change < 6; change++) {
            ParsedResponse good = new ParsedResponse(List.of(answer(A, Outcome.UPDATED)), Optional.empty());
            state = RECORDER.record(state, sent("right", good, Optional.empty()));
            assertThat(guard.stop(state, "right")).isEmpty();
            assertThat(guard.stop(state, "secret"))
                    .map(AccountState.Stop::cause)
                    .contains(Outcome.BADAUTH);
        }
    }

    @Test
    void theLastPasswordsThatWereRefusedAreRememberedAndNoMore() {
        AccountState state = AccountState.UNKNOWN;
        for (String password : List.of("1", "2", "3", "4", "5")) {
            ParsedResponse response =
                    new ParsedResponse(List.of(answer(A, Outcome.BADAUTH)), Optional.of(Outcome.BADAUTH));
            state = RECORDER.record(state, sent(password, response, Optional.empty()));
        }
        assertThat(state.refused())
                .extracting(AccountState.RefusedPassword::hash)
                .containsExactly(
                        Accounts.HASHES.of("5"),
                        Accounts.HASHES.of("4"),
                        Accounts.HASHES.of("3"),
                        Accounts.HASHES.of("2"));
    }

    // What no longer holds

    @ParameterizedTest
    @EnumSource(names = {"NOHOST", "UNCONFIRMED"})
    void anAnswerThatRevokesEndsTheConfirmation(Outcome outcome) {
        AccountState state = record(
                confirmedEarlier().sending(List.of(A), ADDRESS),
                List.of(new HostAnswer(A, outcome, "a message", true)));
        assertThat(state.host(A).confirmed()).isEmpty();
        assertThat(state.host(A).unanswered()).isEmpty();
        assertThat(state.host(A).hold()).isPresent();
    }

    @Test
    void aHostThatSeveralUpdatesAskedForIsHeldForEachOfThem() {
        AccountState state = AccountState.UNKNOWN;
        for (String hosts : List.of("first", "second")) {
            ParsedResponse response = new ParsedResponse(List.of(answer(A, Outcome.NOHOST)), Optional.empty());
            state = RECORDER.record(
                    state,
                    new Recorder.SentRequest(
                            ADDRESS, "secret", Map.of(A, cause(hosts)), response, Optional.empty(), NOW));
        }
        assertThat(state.host(A).hold()).map(HostState.Hold::hosts).contains(List.of("second", "first"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "UNPUBLISHED", "DEFERRED", "NO_ADDRESS"})
    void whatNeverComesOfARequestIsNotRecorded(Outcome outcome) {
        assertThatIllegalArgumentException().isThrownBy(() -> record(AccountState.UNKNOWN, outcome));
    }

    private static AccountState record(AccountState state, Outcome outcome) {
        return record(state, outcome, Optional.empty());
    }

    private static AccountState record(AccountState state, Outcome outcome, Optional<Instant> retryAfter) {
        Optional<Outcome> stop = Optional.of(outcome).filter(Outcome::isRefusalOfAccount);
        return RECORDER.record(
                state, sent("secret", new ParsedResponse(List.of(answer(A, outcome)), stop), retryAfter));
    }

    private static AccountState repaired(AccountState state, Instant at) {
        return RECORDER.record(
                state,
                new Recorder.SentRequest(
                        ADDRESS,
                        "secret",
                        Map.of(A, new Recorder.Cause(SendReason.DNS_DIFFERS, HOSTS)),
                        new ParsedResponse(List.of(answer(A, Outcome.UNCHANGED)), Optional.empty()),
                        Optional.empty(),
                        at));
    }

    private static AccountState record(AccountState state, List<HostAnswer> answers) {
        return RECORDER.record(state, sent("secret", new ParsedResponse(answers, Optional.empty()), Optional.empty()));
    }

    private static Recorder.Cause cause(String hosts) {
        return new Recorder.Cause(SendReason.NEVER_CONFIRMED, hosts);
    }

    private static Recorder.SentRequest sent(String password, ParsedResponse response, Optional<Instant> retryAfter) {
        return new Recorder.SentRequest(
                ADDRESS, password, Map.of(A, cause(HOSTS), B, cause(HOSTS)), response, retryAfter, NOW);
    }

    private static AccountState confirmedEarlier() {
        HostState host = new HostState(
                Optional.of(new HostState.Confirmation(EARLIER, NOW.minusSeconds(3600))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Accounts.of(Map.of(A, host));
    }

    private static HostAnswer answer(HostName host, Outcome outcome) {
        return new HostAnswer(host, outcome, "a message", false);
    }

    private static List<Duration> waitsAfter(Outcome outcome, int times) {
        List<Duration> waits = new ArrayList<>();
        AccountState state = AccountState.UNKNOWN;
        for (int i = 0; i < times; i++) {
            state = record(state, outcome);
            waits.add(Duration.between(
                    NOW, state.host(A).hold().flatMap(HostState.Hold::until).orElseThrow()));
        }
        return waits;
    }
}
