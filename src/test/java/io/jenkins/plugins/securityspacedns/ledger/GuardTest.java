package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName B = HostName.parse("b.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");
    private static final IpAddress OTHER = IpAddress.parse("203.0.113.9");
    private static final Guard GUARD = new Guard(Duration.ofDays(25));
    private static final Decision SEND = new Decision.Send();

    @Test
    void aHostOfWhichNothingIsKnownIsSent() {
        assertThat(decide(AccountState.UNKNOWN, attempt(false))).isEqualTo(SEND);
    }

    // Confirmations

    @Test
    void aConfirmedAddressIsNotSentAgain() {
        Confirmation confirmation = new Confirmation(ADDRESS, NOW.minus(Duration.ofDays(1)));
        assertThat(decide(state(confirmed(confirmation)), attempt(false))).isEqualTo(current(confirmation));
    }

    @Test
    void anotherAddressIsSent() {
        assertThat(decide(state(confirmed(new Confirmation(OTHER, NOW))), attempt(false)))
                .isEqualTo(SEND);
    }

    @Test
    void aConfirmationOfOneHostSaysNothingOfAnother() {
        AccountState state = state(confirmed(new Confirmation(ADDRESS, NOW)));
        assertThat(GUARD.decide(state, Optional.empty(), attempt(false), B, NOW))
                .isEqualTo(SEND);
    }

    @Test
    void theSameIpv6AddressInAnotherSpellingIsNotSentAgain() {
        Confirmation confirmation = new Confirmation(IpAddress.parse("2001:db8::7"), NOW);
        Attempt attempt = new Attempt(List.of(A), IpAddress.parse("2001:DB8:0:0::7"), "secret", false);
        assertThat(decide(state(confirmed(confirmation)), attempt)).isEqualTo(current(confirmation));
    }

    @Test
    void aConfirmationIsRenewedWhenTheKeepAliveIsDueAndNoMomentEarlier() {
        Confirmation old = new Confirmation(ADDRESS, NOW.minus(Duration.ofDays(25)));
        Confirmation younger = new Confirmation(ADDRESS, old.at().plusMillis(1));
        assertThat(decide(state(confirmed(old)), attempt(false))).isEqualTo(SEND);
        assertThat(decide(state(confirmed(younger)), attempt(false))).isEqualTo(current(younger));
    }

    @Test
    void withoutAKeepAliveAConfirmationNeverAges() {
        Confirmation ancient = new Confirmation(ADDRESS, Instant.EPOCH);
        assertThat(new Guard(Duration.ZERO).decide(state(confirmed(ancient)), Optional.empty(), attempt(false), A, NOW))
                .isEqualTo(new Decision.Current(ancient, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25})
    void aConfirmationFarInTheFutureDoesNotHoldForEver(long keepAliveDays) {
        Confirmation future = new Confirmation(ADDRESS, NOW.plus(Duration.ofDays(3650)));
        assertThat(new Guard(Duration.ofDays(keepAliveDays))
                        .decide(state(confirmed(future)), Optional.empty(), attempt(false), A, NOW))
                .isEqualTo(SEND);
    }

    @Test
    void aClockThatWasSetBackALittleDoesNotUndoAConfirmation() {
        Confirmation soon = new Confirmation(ADDRESS, NOW.plus(Duration.ofHours(1)));
        assertThat(decide(state(confirmed(soon)), attempt(false))).isEqualTo(current(soon));
    }

    @Test
    void anAddressThatWasSentSinceAndNeverConfirmedPutsTheConfirmationInDoubt() {
        AccountState state = state(confirmed(new Confirmation(ADDRESS, NOW))).sending(List.of(A), OTHER);
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void sendingTheConfirmedAddressOnceMoreLeavesNoDoubt() {
        Confirmation confirmation = new Confirmation(ADDRESS, NOW);
        AccountState state = state(confirmed(confirmation)).sending(List.of(A), ADDRESS);
        assertThat(decide(state, attempt(false))).isEqualTo(current(confirmation));
    }

    @Test
    void aDoubtStaysWhereTheConfirmedAddressIsSentButNotConfirmedAgain() {
        AccountState state = state(confirmed(new Confirmation(ADDRESS, NOW)))
                .sending(List.of(A), OTHER)
                .sending(List.of(A), ADDRESS);
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void sendingAHostOfWhichNothingIsKnownLeavesNothingBehind() {
        assertThat(AccountState.UNKNOWN.sending(List.of(A, B), ADDRESS)).isEqualTo(AccountState.UNKNOWN);
    }

    // Holds

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCONFIRMED", "UNREACHABLE"})
    void aBackoffHoldsUntilItIsOver(Outcome cause) {
        Instant since = NOW.minusSeconds(60);
        Instant until = NOW.plusSeconds(240);
        AccountState state = state(held(new Hold(cause, 1, since, Optional.of(until), "")));
        assertThat(decide(state, attempt(false))).isEqualTo(new Decision.Held(cause, since, Optional.of(until)));
        assertThat(GUARD.decide(state, Optional.empty(), attempt(false), A, until.minusNanos(1)))
                .isInstanceOf(Decision.Held.class);
        assertThat(GUARD.decide(state, Optional.empty(), attempt(false), A, until))
                .isEqualTo(SEND);
        assertThat(GUARD.decide(state, Optional.empty(), attempt(false), B, NOW))
                .isEqualTo(SEND);
    }

    @Test
    void aBackoffFarInTheFutureDoesNotHoldForEver() {
        Instant far = NOW.plus(Duration.ofDays(3650));
        AccountState state = state(held(new Hold(Outcome.SERVER_ERROR, 1, far, Optional.of(far), "")));
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void theLongestWaitThatThereIsHolds() {
        Instant until = NOW.plus(Backoff.LONGEST);
        AccountState state = state(held(new Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(until), "")));
        assertThat(decide(state, attempt(false)))
                .isEqualTo(new Decision.Held(Outcome.SERVER_ERROR, NOW, Optional.of(until)));
    }

    @Test
    void whatTheServerAskedForHoldsEveryHostOfTheAccount() {
        Instant until = NOW.plusSeconds(60);
        AccountState state = new AccountState(Optional.empty(), Optional.of(until), Map.of());
        for (HostName host : List.of(A, B)) {
            assertThat(GUARD.decide(state, Optional.empty(), attempt(false), host, NOW))
                    .isInstanceOfSatisfying(
                            Decision.Held.class,
                            held -> assertThat(held.until()).contains(until));
            assertThat(GUARD.decide(state, Optional.empty(), attempt(false), host, until))
                    .isEqualTo(SEND);
        }
    }

    @Test
    void whatTheServerAskedForFarInTheFutureDoesNotHoldForEver() {
        AccountState state = new AccountState(Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(365))), Map.of());
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void aHostThatTheServerDoesNotKnowIsHeldUntilTheHostsChange() {
        Attempt both = new Attempt(List.of(A, B), ADDRESS, "secret", false);
        Instant longAgo = Instant.EPOCH;
        AccountState state = state(held(new Hold(Outcome.NOHOST, 1, longAgo, Optional.empty(), both.digestOfHosts())));
        assertThat(decide(state, both)).isEqualTo(new Decision.Held(Outcome.NOHOST, longAgo, Optional.empty()));
        assertThat(decide(state, new Attempt(List.of(B, A), OTHER, "other", false)))
                .as("neither the order of the hosts nor the address or the password makes them others")
                .isInstanceOf(Decision.Held.class);
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void aConfirmedAddressIsCurrentDuringABackoffToo() {
        Confirmation confirmation = new Confirmation(ADDRESS, NOW);
        Hold hold = new Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plusSeconds(60)), "");
        HostState host =
                new HostState(Optional.of(confirmation), Optional.empty(), Optional.of(hold), Optional.empty());
        assertThat(decide(state(host), attempt(false))).isEqualTo(current(confirmation));
    }

    // Force and latches

    @Test
    void forceSendsWhatIsConfirmedOrHeld() {
        Optional<Instant> until = Optional.of(NOW.plusSeconds(60));
        String digest = attempt(true).digestOfHosts();
        for (HostState host : List.of(
                confirmed(new Confirmation(ADDRESS, NOW)),
                held(new Hold(Outcome.SERVER_ERROR, 1, NOW, until, "")),
                held(new Hold(Outcome.NOHOST, 1, NOW, Optional.empty(), digest)))) {
            assertThat(decide(state(host), attempt(true))).isEqualTo(SEND);
            assertThat(decide(new AccountState(Optional.empty(), until, Map.of(A, host)), attempt(true)))
                    .isEqualTo(SEND);
        }
    }

    @Test
    void nothingOverridesABlock() {
        Latch latch = Latch.blocked(Instant.EPOCH);
        AccountState state = new AccountState(Optional.of(latch), Optional.empty(), Map.of());
        for (Attempt attempt :
                List.of(attempt(false), attempt(true), new Attempt(List.of(B), OTHER, "another password", true))) {
            assertThat(GUARD.latch(state, attempt)).contains(latch);
            assertThat(GUARD.decide(state, GUARD.latch(state, attempt), attempt, A, NOW))
                    .isEqualTo(new Decision.Held(Outcome.BLOCKED, Instant.EPOCH, Optional.empty()));
        }
    }

    @Test
    void aBlockHoldsWhateverTheClockSays() {
        Latch latch = Latch.blocked(NOW.plus(Duration.ofDays(3650)));
        AccountState state = new AccountState(Optional.of(latch), Optional.empty(), Map.of());
        for (Instant now : List.of(Instant.EPOCH, NOW, NOW.plus(Duration.ofDays(36500)))) {
            assertThat(GUARD.decide(state, GUARD.latch(state, attempt(true)), attempt(true), A, now))
                    .isInstanceOf(Decision.Held.class);
        }
    }

    @Test
    void aRefusedPasswordIsNotSentAgainAndAnotherIs() {
        Latch latch = Latch.badauth(NOW, "secret");
        AccountState state = new AccountState(Optional.of(latch), Optional.empty(), Map.of());
        assertThat(GUARD.latch(state, attempt(true))).contains(latch);
        assertThat(GUARD.decide(state, Optional.of(latch), attempt(true), A, NOW))
                .isEqualTo(new Decision.Held(Outcome.BADAUTH, NOW, Optional.empty()));

        Attempt changed = new Attempt(List.of(A), ADDRESS, "new secret", false);
        assertThat(GUARD.latch(state, changed)).isEmpty();
        assertThat(GUARD.decide(state, Optional.empty(), changed, A, NOW)).isEqualTo(SEND);
    }

    @Test
    void anAccountThatSomebodyResumedIsSentAgain() {
        Latch latch = Latch.blocked(NOW);
        AccountState state = new AccountState(Optional.of(latch), Optional.empty(), Map.of()).resumed();
        assertThat(GUARD.latch(state, attempt(false))).isEmpty();
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    @Test
    void aForgottenHostIsSentAgain() {
        AccountState state = state(confirmed(new Confirmation(ADDRESS, NOW))).without(A);
        assertThat(state.hosts()).isEmpty();
        assertThat(decide(state, attempt(false))).isEqualTo(SEND);
    }

    // What holds a host back, whoever asks

    @Test
    void aLatchHoldsEveryHostWhateverElseIsKnown() {
        Latch latch = Latch.badauth(NOW.minusSeconds(5), "secret");
        AccountState state = new AccountState(Optional.of(latch), Optional.of(NOW.plusSeconds(60)), Map.of());
        assertThat(GUARD.held(state, A, NOW))
                .contains(new Decision.Held(Outcome.BADAUTH, NOW.minusSeconds(5), Optional.empty()));
    }

    @Test
    void aHostOfWhichNothingIsKnownIsNotHeld() {
        assertThat(GUARD.held(AccountState.UNKNOWN, A, NOW)).isEmpty();
    }

    @Test
    void aHostIsHeldUntilTheLaterOfItsOwnWaitAndThatOfTheAccount() {
        Hold own = new Hold(Outcome.UNCONFIRMED, 1, NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(100)), "");
        Map<HostName, HostState> hosts = Map.of(A, held(own));
        AccountState sooner = new AccountState(Optional.empty(), Optional.of(NOW.plusSeconds(50)), hosts);
        AccountState later = new AccountState(Optional.empty(), Optional.of(NOW.plusSeconds(150)), hosts);
        assertThat(GUARD.held(sooner, A, NOW))
                .contains(new Decision.Held(Outcome.UNCONFIRMED, own.since(), own.until()));
        assertThat(GUARD.held(later, A, NOW))
                .contains(new Decision.Held(Outcome.SERVER_ERROR, own.since(), Optional.of(NOW.plusSeconds(150))));
        assertThat(GUARD.held(later, B, NOW))
                .as("the server asked when it failed for another host")
                .contains(new Decision.Held(Outcome.SERVER_ERROR, own.since(), Optional.of(NOW.plusSeconds(150))));
    }

    @Test
    void theServerAskedForAWaitWhenItLastFailedAndNotWhenItWasOutOfReachOrKnewNoHost() {
        HostState failed = held(new Hold(Outcome.SERVER_ERROR, 1, NOW.minusSeconds(90), Optional.of(NOW), ""));
        HostState unreachable = held(new Hold(Outcome.UNREACHABLE, 1, NOW.minusSeconds(60), Optional.of(NOW), ""));
        HostState nohost = held(new Hold(Outcome.NOHOST, 1, NOW.minusSeconds(30), Optional.empty(), "digest"));
        Map<HostName, HostState> hosts = Map.of(
                HostName.parse("c.example.com"), failed,
                HostName.parse("d.example.com"), unreachable,
                HostName.parse("e.example.com"), nohost);
        AccountState state = new AccountState(Optional.empty(), Optional.of(NOW.plusSeconds(60)), hosts);
        assertThat(GUARD.held(state, A, NOW))
                .contains(new Decision.Held(
                        Outcome.SERVER_ERROR, NOW.minusSeconds(90), Optional.of(NOW.plusSeconds(60))));
    }

    private static Decision current(Confirmation confirmation) {
        return new Decision.Current(confirmation, Optional.of(confirmation.at().plus(Duration.ofDays(25))));
    }

    private static Decision decide(AccountState state, Attempt attempt) {
        return GUARD.decide(state, Optional.empty(), attempt, A, NOW);
    }

    private static Attempt attempt(boolean force) {
        return new Attempt(List.of(A), ADDRESS, "secret", force);
    }

    private static AccountState state(HostState host) {
        return new AccountState(Optional.empty(), Optional.empty(), Map.of(A, host));
    }

    private static HostState confirmed(Confirmation confirmation) {
        return new HostState(Optional.of(confirmation), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static HostState held(Hold hold) {
        return new HostState(Optional.empty(), Optional.empty(), Optional.of(hold), Optional.empty());
    }
}
