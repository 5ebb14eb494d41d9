package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
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
    private static final Attempt ATTEMPT = new Attempt(List.of(A, B), ADDRESS, "secret", false);
    private static final Recorder RECORDER = new Recorder(new Backoff(() -> 0));
    private static final AccountState BLOCKED =
            new AccountState(Optional.of(Latch.blocked(NOW.minusSeconds(60))), Optional.empty(), Map.of());

    // Confirmations

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "UNCHANGED"})
    void aSuccessConfirmsTheAddress(Outcome outcome) {
        HostState host = record(AccountState.UNKNOWN, outcome).host(A);
        assertThat(host.confirmed()).contains(new Confirmation(ADDRESS, NOW));
        assertThat(host.hold()).isEmpty();
        assertThat(host.last()).contains(new HostState.Attempt(outcome, NOW));
        assertThat(host.hasConfirmed(ADDRESS)).isTrue();
        assertThat(host.hasConfirmed(EARLIER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "UNCHANGED"})
    void aSuccessEndsBackoffsAndDoubts(Outcome outcome) {
        AccountState state = record(confirmedEarlier().sending(List.of(A), ADDRESS), Outcome.SERVER_ERROR);
        assertThat(state.host(A).doubt()).isPresent();
        HostState after = record(state, outcome).host(A);
        assertThat(after.doubt()).isEmpty();
        assertThat(after.hold()).isEmpty();
        assertThat(after.confirmed()).contains(new Confirmation(ADDRESS, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOHOST", "BADAUTH", "BLOCKED", "SERVER_ERROR", "UNCONFIRMED", "UNREACHABLE"})
    void aFailureConfirmsNothingAndForgetsNothing(Outcome outcome) {
        assertThat(record(AccountState.UNKNOWN, outcome).host(A).confirmed()).isEmpty();

        HostState host =
                record(confirmedEarlier().sending(List.of(A), ADDRESS), outcome).host(A);
        assertThat(host.confirmed()).contains(new Confirmation(EARLIER, NOW.minusSeconds(3600)));
        assertThat(host.doubt()).as("the server may have taken it all the same").contains(ADDRESS);
        assertThat(host.hasConfirmed(EARLIER)).isFalse();
        assertThat(host.hasConfirmed(ADDRESS)).isFalse();
        assertThat(host.last()).contains(new HostState.Attempt(outcome, NOW));
    }

    @Test
    void everyHostGetsItsOwnOutcomeAndOtherHostsStayAsTheyWere() {
        HostName c = HostName.parse("c.example.com");
        HostState known = record(AccountState.UNKNOWN, Outcome.UPDATED).host(A);
        AccountState before = new AccountState(Optional.empty(), Optional.empty(), Map.of(c, known));
        AccountState after = RECORDER.record(
                before,
                ATTEMPT,
                List.of(answer(A, Outcome.UPDATED), answer(B, Outcome.UNCONFIRMED)),
                Optional.empty(),
                NOW);
        assertThat(after.hosts()).containsOnlyKeys(A, B, c);
        assertThat(after.host(A).hasConfirmed(ADDRESS)).isTrue();
        assertThat(after.host(B).confirmed()).isEmpty();
        assertThat(after.host(B).hold()).isPresent();
        assertThat(after.host(c)).isEqualTo(known);
    }

    // Backoffs

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
                .contains(new Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plus(Duration.ofMinutes(5))), ""));
    }

    @Test
    void aHostThatTheServerDoesNotKnowIsHeldForTheseHostsAndNotForATime() {
        Hold hold = record(AccountState.UNKNOWN, Outcome.NOHOST).host(A).hold().orElseThrow();
        assertThat(hold.cause()).isEqualTo(Outcome.NOHOST);
        assertThat(hold.since()).isEqualTo(NOW);
        assertThat(hold.until()).isEmpty();
        assertThat(hold.hosts()).isEqualTo(ATTEMPT.digestOfHosts());
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCONFIRMED"})
    void retryAfterIsHonouredWhereItIsLongerThanTheBackoff(Outcome outcome) {
        Instant later = NOW.plus(Duration.ofHours(3));
        AccountState state = record(AccountState.UNKNOWN, outcome, Optional.of(later));
        assertThat(state.notBefore()).contains(later);
        assertThat(state.host(A).hold().flatMap(Hold::until)).contains(later);
    }

    @Test
    void aRetryAfterThatIsShorterDoesNotShortenTheBackoff() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(NOW.plusSeconds(1)));
        assertThat(state.host(A).hold().flatMap(Hold::until)).contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aSuccessEndsWhatTheServerAskedForBefore() {
        AccountState asked = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(NOW.plusSeconds(3600)));
        assertThat(record(asked, Outcome.UPDATED).notBefore()).isEmpty();
    }

    @Test
    void whatTheServerAskedForStandsWhereItDoesNotAnswer() {
        Instant later = NOW.plus(Duration.ofHours(3));
        AccountState asked = record(AccountState.UNKNOWN, Outcome.SERVER_ERROR, Optional.of(later));
        assertThat(record(asked, Outcome.UNREACHABLE).notBefore()).contains(later);
    }

    // Latches

    @Test
    void badauthLatchesTheAccountToThePasswordThatWasRefused() {
        AccountState state = record(AccountState.UNKNOWN, Outcome.BADAUTH);
        Latch latch = state.latch().orElseThrow();
        assertThat(latch.cause()).isEqualTo(Outcome.BADAUTH);
        assertThat(latch.since()).isEqualTo(NOW);
        assertThat(latch.holds("secret")).isTrue();
        assertThat(latch.holds("new secret")).isFalse();
        assertThat(state.host(A).hold()).as("the latch is enough").isEmpty();
    }

    @Test
    void blockedLatchesTheAccountWhateverThePassword() {
        Latch latch = record(AccountState.UNKNOWN, Outcome.BLOCKED).latch().orElseThrow();
        assertThat(latch).isEqualTo(Latch.blocked(NOW));
        assertThat(latch.holds("secret")).isTrue();
        assertThat(latch.holds("new secret")).isTrue();
    }

    @Test
    void blockedLatchesWhereOtherHostsOfTheRequestWereUpdated() {
        for (List<HostAnswer> answers : List.of(
                List.of(answer(A, Outcome.UPDATED), answer(B, Outcome.BLOCKED)),
                List.of(answer(A, Outcome.BLOCKED), answer(B, Outcome.UPDATED)))) {
            AccountState state = RECORDER.record(AccountState.UNKNOWN, ATTEMPT, answers, Optional.empty(), NOW);
            assertThat(state.latch()).map(Latch::cause).contains(Outcome.BLOCKED);
        }
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
    void noAnswerLiftsABlock(Outcome outcome) {
        assertThat(record(BLOCKED, outcome).latch()).map(Latch::cause).contains(Outcome.BLOCKED);
    }

    @Test
    void aNewPasswordThatTheServerTookLiftsABadauth() {
        AccountState latched =
                new AccountState(Optional.of(Latch.badauth(NOW, "old secret")), Optional.empty(), Map.of());
        assertThat(record(latched, Outcome.UPDATED).latch()).isEmpty();
        assertThat(record(latched, Outcome.SERVER_ERROR).latch()).isEqualTo(latched.latch());
        assertThat(record(latched, Outcome.BLOCKED).latch()).map(Latch::cause).contains(Outcome.BLOCKED);

        Latch renewed = record(latched, Outcome.BADAUTH).latch().orElseThrow();
        assertThat(renewed.holds("secret")).isTrue();
        assertThat(renewed.holds("old secret")).isTrue();
        assertThat(renewed.holds("new secret")).isFalse();
    }

    @Test
    void theLastPasswordsThatWereRefusedAreRememberedAndNoMore() {
        AccountState state = AccountState.UNKNOWN;
        for (String password : List.of("1", "2", "3", "4", "5")) {
            state = RECORDER.record(
                    state,
                    new Attempt(List.of(A), ADDRESS, password, false),
                    List.of(answer(A, Outcome.BADAUTH)),
                    Optional.empty(),
                    NOW);
        }
        Latch latch = state.latch().orElseThrow();
        assertThat(List.of("1", "2", "3", "4", "5")).filteredOn(latch::holds).containsExactly("2", "3", "4", "5");
    }

    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "DEFERRED", "NO_ADDRESS"})
    void whatNeverComesOfARequestIsNotRecorded(Outcome outcome) {
        assertThatIllegalArgumentException().isThrownBy(() -> record(AccountState.UNKNOWN, outcome));
    }

    private static AccountState record(AccountState state, Outcome outcome) {
        return record(state, outcome, Optional.empty());
    }

    private static AccountState record(AccountState state, Outcome outcome, Optional<Instant> retryAfter) {
        return RECORDER.record(state, ATTEMPT, List.of(answer(A, outcome)), retryAfter, NOW);
    }

    private static AccountState confirmedEarlier() {
        HostState host = new HostState(
                Optional.of(new Confirmation(EARLIER, NOW.minusSeconds(3600))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new AccountState(Optional.empty(), Optional.empty(), Map.of(A, host));
    }

    private static HostAnswer answer(HostName host, Outcome outcome) {
        return new HostAnswer(host, outcome, "a message");
    }

    private static List<Duration> waitsAfter(Outcome outcome, int times) {
        List<Duration> waits = new ArrayList<>();
        AccountState state = AccountState.UNKNOWN;
        for (int i = 0; i < times; i++) {
            state = record(state, outcome);
            waits.add(Duration.between(
                    NOW, state.host(A).hold().flatMap(Hold::until).orElseThrow()));
        }
        return waits;
    }
}
