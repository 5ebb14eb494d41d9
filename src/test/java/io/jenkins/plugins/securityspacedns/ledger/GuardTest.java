package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Guard GUARD = guard(Duration.ofDays(25));

    @Test
    void aHostOfWhichNothingIsKnownIsSent() {
        assertThat(decide(AccountState.UNKNOWN, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    // Confirmations

    @Test
    void aConfirmedAddressIsNotSentAgain() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOW.minus(Duration.ofDays(1)));
        assertThat(decide(state(confirmed(confirmation)), wanted(false))).isEqualTo(current(confirmation));
    }

    @Test
    void anotherAddressIsSent() {
        assertThat(decide(state(confirmed(new HostState.Confirmation(OTHER, NOW))), wanted(false)))
                .isInstanceOf(Decision.Send.class);
    }

    @Test
    void aConfirmationOfOneHostSaysNothingOfAnother() {
        AccountState state = state(confirmed(new HostState.Confirmation(ADDRESS, NOW)));
        assertThat(GUARD.decide(state, Optional.empty(), wanted(false), B, NOW)).isInstanceOf(Decision.Send.class);
    }

    @Test
    void theSameIpv6AddressInAnotherSpellingIsNotSentAgain() {
        HostState.Confirmation confirmation = new HostState.Confirmation(IpAddress.parse("2001:db8::7"), NOW);
        WantedUpdate attempt =
                new WantedUpdate(WantedUpdate.digest(List.of(A)), IpAddress.parse("2001:DB8:0:0::7"), false);
        assertThat(decide(state(confirmed(confirmation)), attempt)).isEqualTo(current(confirmation));
    }

    @Test
    void aConfirmationIsRenewedWhenTheKeepAliveIsDueAndNoMomentEarlier() {
        HostState.Confirmation old = new HostState.Confirmation(ADDRESS, NOW.minus(Duration.ofDays(25)));
        HostState.Confirmation younger =
                new HostState.Confirmation(ADDRESS, old.at().plusMillis(1));
        assertThat(decide(state(confirmed(old)), wanted(false))).isInstanceOf(Decision.Send.class);
        assertThat(decide(state(confirmed(younger)), wanted(false))).isEqualTo(current(younger));
    }

    @Test
    void withoutAKeepAliveAConfirmationNeverAges() {
        HostState.Confirmation ancient = new HostState.Confirmation(ADDRESS, Instant.EPOCH);
        assertThat(guard(Duration.ZERO).decide(state(confirmed(ancient)), Optional.empty(), wanted(false), A, NOW))
                .isEqualTo(new Decision.Current(ancient, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25})
    void aConfirmationFarInTheFutureDoesNotHoldForEver(long keepAliveDays) {
        HostState.Confirmation future = new HostState.Confirmation(ADDRESS, NOW.plus(Duration.ofDays(3650)));
        assertThat(guard(Duration.ofDays(keepAliveDays))
                        .decide(state(confirmed(future)), Optional.empty(), wanted(false), A, NOW))
                .isInstanceOf(Decision.Send.class);
    }

    @Test
    void aClockThatWasSetBackALittleDoesNotUndoAConfirmation() {
        HostState.Confirmation soon = new HostState.Confirmation(ADDRESS, NOW.plus(Duration.ofMinutes(5)));
        assertThat(decide(state(confirmed(soon)), wanted(false))).isEqualTo(current(soon));
    }

    @Test
    void aConfirmationOfTomorrowIsNotBelieved() {
        for (Duration ahead : List.of(Duration.ofMinutes(6), Duration.ofHours(23))) {
            HostState.Confirmation future = new HostState.Confirmation(ADDRESS, NOW.plus(ahead));
            assertThat(decide(state(confirmed(future)), wanted(false))).isEqualTo(send(SendReason.KEEP_ALIVE_DUE));
        }
    }

    @Test
    void anAddressThatWasSentSinceAndNeverConfirmedEndsTheConfirmation() {
        AccountState state =
                state(confirmed(new HostState.Confirmation(ADDRESS, NOW))).sending(List.of(A), OTHER);
        assertThat(decide(state, wanted(false)))
                .as("the address is the one that was confirmed, so it has not changed")
                .isEqualTo(send(SendReason.NEVER_CONFIRMED));
    }

    @Test
    void sendingTheConfirmedAddressOnceMoreKeepsTheConfirmation() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOW);
        AccountState state = state(confirmed(confirmation)).sending(List.of(A), ADDRESS);
        assertThat(decide(state, wanted(false))).isEqualTo(current(confirmation));
    }

    @Test
    void anUnansweredAddressStaysIfTheConfirmedAddressIsSentButNotConfirmedAgain() {
        AccountState state = state(confirmed(new HostState.Confirmation(ADDRESS, NOW)))
                .sending(List.of(A), OTHER)
                .sending(List.of(A), ADDRESS);
        assertThat(decide(state, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    @Test
    void sendingAHostOfWhichNothingIsKnownLeavesNothingBehind() {
        assertThat(AccountState.UNKNOWN.sending(List.of(A, B), ADDRESS)).isEqualTo(AccountState.UNKNOWN);
    }

    // Holds

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCONFIRMED", "UNREACHABLE"})
    void aHoldHoldsUntilItIsOver(Outcome cause) {
        Instant since = NOW.minusSeconds(60);
        Instant until = NOW.plusSeconds(240);
        AccountState state = state(held(new HostState.Hold(cause, 1, since, Optional.of(until), List.of())));
        assertThat(decide(state, wanted(false))).isEqualTo(new Decision.Held(cause, since, Optional.of(until)));
        assertThat(GUARD.decide(state, Optional.empty(), wanted(false), A, until.minusNanos(1)))
                .isInstanceOf(Decision.Held.class);
        assertThat(GUARD.decide(state, Optional.empty(), wanted(false), A, until))
                .isInstanceOf(Decision.Send.class);
        assertThat(GUARD.decide(state, Optional.empty(), wanted(false), B, NOW)).isInstanceOf(Decision.Send.class);
    }

    @Test
    void aHoldFarInTheFutureDoesNotHoldForEver() {
        Instant far = NOW.plus(Duration.ofDays(3650));
        AccountState state = state(held(new HostState.Hold(Outcome.SERVER_ERROR, 1, far, Optional.of(far), List.of())));
        assertThat(decide(state, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    @Test
    void theLongestWaitThatThereIsHolds() {
        Instant until = NOW.plus(HoldTimes.LONGEST);
        AccountState state =
                state(held(new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(until), List.of())));
        assertThat(decide(state, wanted(false)))
                .isEqualTo(new Decision.Held(Outcome.SERVER_ERROR, NOW, Optional.of(until)));
    }

    @Test
    void whatTheServerAskedForHoldsEveryHostOfTheAccount() {
        Instant until = NOW.plusSeconds(60);
        AccountState state = Accounts.waiting(new AccountState.ServerWait(NOW, until), Map.of());
        for (HostName host : List.of(A, B)) {
            assertThat(GUARD.decide(state, Optional.empty(), wanted(false), host, NOW))
                    .isInstanceOfSatisfying(
                            Decision.Held.class,
                            held -> assertThat(held.until()).contains(until));
            assertThat(GUARD.decide(state, Optional.empty(), wanted(false), host, until))
                    .isInstanceOf(Decision.Send.class);
        }
    }

    @Test
    void whatTheServerAskedForFarInTheFutureDoesNotHoldForEver() {
        AccountState state =
                Accounts.waiting(new AccountState.ServerWait(NOW, NOW.plus(Duration.ofDays(365))), Map.of());
        assertThat(decide(state, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    @Test
    void aHostThatTheServerDoesNotKnowIsHeldUntilTheHostsChange() {
        WantedUpdate both = new WantedUpdate(WantedUpdate.digest(List.of(A, B)), ADDRESS, false);
        Instant longAgo = Instant.EPOCH;
        AccountState state =
                state(held(new HostState.Hold(Outcome.NOHOST, 1, longAgo, Optional.empty(), List.of(both.hosts()))));
        assertThat(decide(state, both)).isEqualTo(new Decision.Held(Outcome.NOHOST, longAgo, Optional.empty()));
        assertThat(decide(state, new WantedUpdate(WantedUpdate.digest(List.of(B, A)), OTHER, false)))
                .as("neither the order of the hosts nor the address or the password makes them others")
                .isInstanceOf(Decision.Held.class);
        assertThat(decide(state, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    @Test
    void aConfirmedAddressIsCurrentDuringAHoldToo() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOW);
        HostState.Hold hold =
                new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plusSeconds(60)), List.of());
        HostState host =
                new HostState(Optional.of(confirmation), Optional.empty(), Optional.of(hold), Optional.empty());
        assertThat(decide(state(host), wanted(false))).isEqualTo(current(confirmation));
    }

    // Force and stops

    @Test
    void forceSendsWhatIsConfirmedOrHeld() {
        Optional<Instant> until = Optional.of(NOW.plusSeconds(60));
        List<String> digest = List.of(wanted(true).hosts());
        for (HostState host : List.of(
                confirmed(new HostState.Confirmation(ADDRESS, NOW)),
                held(new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, until, List.of())),
                held(new HostState.Hold(Outcome.NOHOST, 1, NOW, Optional.empty(), digest)))) {
            assertThat(decide(state(host), wanted(true))).isInstanceOf(Decision.Send.class);
            assertThat(decide(
                            Accounts.waiting(new AccountState.ServerWait(NOW, until.get()), Map.of(A, host)),
                            wanted(true)))
                    .isInstanceOf(Decision.Send.class);
        }
    }

    @Test
    void nothingOverridesABlock() {
        AccountState.Stop stop = new AccountState.Stop(Outcome.BLOCKED, Instant.EPOCH);
        AccountState state = Accounts.stopped(stop);
        for (boolean force : List.of(false, true)) {
            assertThat(GUARD.stop(state, "any password")).contains(stop);
            assertThat(GUARD.decide(state, GUARD.stop(state, "any password"), wanted(force), A, NOW))
                    .isEqualTo(new Decision.Held(Outcome.BLOCKED, Instant.EPOCH, Optional.empty()));
        }
    }

    @Test
    void aBlockHoldsWhateverTheClockSays() {
        AccountState state = Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW.plus(Duration.ofDays(3650))));
        for (Instant now : List.of(Instant.EPOCH, NOW, NOW.plus(Duration.ofDays(36500)))) {
            assertThat(GUARD.decide(state, GUARD.stop(state, "secret"), wanted(true), A, now))
                    .isInstanceOf(Decision.Held.class);
        }
    }

    @Test
    void aRefusedPasswordIsNotSentAgainAndAnotherIs() {
        AccountState state = Accounts.refused(NOW, "secret");
        AccountState.Stop stop = new AccountState.Stop(Outcome.BADAUTH, NOW);
        assertThat(GUARD.stop(state, "secret")).contains(stop);
        assertThat(GUARD.decide(state, Optional.of(stop), wanted(true), A, NOW))
                .isEqualTo(new Decision.Held(Outcome.BADAUTH, NOW, Optional.empty()));
        assertThat(GUARD.stop(state, "new secret")).isEmpty();
    }

    @Test
    void aRefusedPasswordStaysRefusedAfterAnotherOneEndedTheStop() {
        AccountState refused = Accounts.refused(NOW, "secret");
        AccountState state =
                new AccountState(Optional.empty(), refused.refused(), Optional.empty(), Pace.UNUSED, Map.of());
        assertThat(GUARD.stop(state, "secret")).contains(new AccountState.Stop(Outcome.BADAUTH, NOW));
        assertThat(GUARD.held(state, A, NOW))
                .as("the account is not stopped for others")
                .isEmpty();
    }

    @Test
    void anAccountThatSomebodyResumedIsSentAgain() {
        for (AccountState stopped : List.of(
                Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW)), Accounts.refused(NOW, "secret"))) {
            assertThat(GUARD.stop(stopped.resumed(), "secret")).isEmpty();
            assertThat(decide(stopped.resumed(), wanted(false))).isInstanceOf(Decision.Send.class);
        }
    }

    // Why a host is sent

    @Test
    void aHostIsSentForTheReasonThatIsNew() {
        HostState confirmed = confirmed(new HostState.Confirmation(OTHER, NOW));
        HostState failed = new HostState(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW), List.of())),
                Optional.of(new HostState.LastRequest(Outcome.SERVER_ERROR, NOW)));
        HostState refused = last(Outcome.BADAUTH);
        HostState blocked = last(Outcome.BLOCKED);
        AccountState otherPassword = new AccountState(
                Optional.empty(),
                List.of(new AccountState.RefusedPassword("hash", NOW)),
                Optional.empty(),
                Pace.UNUSED,
                Map.of(A, refused));

        assertThat(decide(AccountState.UNKNOWN, wanted(false))).isEqualTo(send(SendReason.NEVER_CONFIRMED));
        assertThat(decide(state(confirmed), wanted(false))).isEqualTo(send(SendReason.ADDRESS_CHANGED));
        assertThat(decide(state(confirmed(new HostState.Confirmation(ADDRESS, Instant.EPOCH))), wanted(false)))
                .isEqualTo(send(SendReason.KEEP_ALIVE_DUE));
        assertThat(decide(state(failed), wanted(false))).isEqualTo(send(SendReason.HOLD_OVER));
        assertThat(decide(state(blocked), wanted(false))).isEqualTo(send(SendReason.RESUMED));
        assertThat(decide(state(refused), wanted(false))).isEqualTo(send(SendReason.RESUMED));
        assertThat(decide(otherPassword, wanted(false))).isEqualTo(send(SendReason.PASSWORD_CHANGED));
        assertThat(decide(state(confirmed), wanted(true))).isEqualTo(send(SendReason.FORCED));
    }

    @Test
    void aHoldThatIsOverIsTheReasonOnlyForTheAddressThatFailed() {
        HostState failed = new HostState(
                Optional.of(new HostState.Confirmation(IpAddress.parse("192.0.2.1"), NOW)),
                Optional.of(OTHER),
                Optional.of(new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW), List.of())),
                Optional.of(new HostState.LastRequest(Outcome.SERVER_ERROR, NOW)));

        assertThat(decide(state(failed), new WantedUpdate("", OTHER, false))).isEqualTo(send(SendReason.HOLD_OVER));
        assertThat(decide(state(failed), wanted(false))).isEqualTo(send(SendReason.ADDRESS_CHANGED));
    }

    // What the name servers serve

    @Test
    void aConfirmedHostThatIsServedOtherwiseIsSentAfterItHadTwoMinutesToBePublished() {
        for (Duration age : List.of(Duration.ofMinutes(2), Duration.ofMinutes(-2))) {
            assertThat(decide(state(confirmed(new HostState.Confirmation(ADDRESS, NOW.minus(age)))), differing()))
                    .isEqualTo(send(SendReason.DNS_DIFFERS));
        }
        HostState.Confirmation recent = new HostState.Confirmation(
                ADDRESS, NOW.minus(Duration.ofMinutes(2)).plusNanos(1));
        assertThat(decide(state(confirmed(recent)), differing())).isEqualTo(current(recent));
    }

    @Test
    void aHostThatIsServedOtherwiseIsNotSentForOthers() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOW.minusSeconds(600));
        AccountState state = Accounts.of(Map.of(B, confirmed(confirmation)));
        assertThat(GUARD.decide(state, Optional.empty(), differing(), B, NOW)).isEqualTo(current(confirmation));
    }

    @Test
    void aHostThatWasSentForTheNameServersIsNotSentForThemAgainUntilItsHoldIsOver() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOW.minusSeconds(600));
        Instant until = NOW.plusSeconds(60);
        AccountState state = state(new HostState(
                Optional.of(confirmation),
                Optional.empty(),
                Optional.of(new HostState.Hold(Outcome.UNPUBLISHED, 1, NOW, Optional.of(until), List.of())),
                Optional.empty()));
        assertThat(decide(state, differing())).isEqualTo(current(confirmation));
        assertThat(GUARD.decide(state, Optional.empty(), differing(), A, until))
                .isEqualTo(send(SendReason.DNS_DIFFERS));
        assertThat(decide(state, new WantedUpdate("", OTHER, false)))
                .as("another address is not held back")
                .isEqualTo(send(SendReason.ADDRESS_CHANGED));
    }

    @Test
    void aFailureHoldsAHostThatIsServedOtherwiseAsItHoldsEveryOther() {
        HostState.Hold failure =
                new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plusSeconds(60)), List.of());
        HostState host = new HostState(
                Optional.of(new HostState.Confirmation(ADDRESS, NOW.minusSeconds(600))),
                Optional.empty(),
                Optional.of(failure),
                Optional.empty());
        assertThat(decide(state(host), differing()))
                .isEqualTo(new Decision.Held(Outcome.SERVER_ERROR, NOW, failure.until()));
    }

    // The pace

    @Test
    void theMoreOfItsPaceAnAccountHasUsedTheLongerItsRequestsWaitForOthers() {
        AccountState state = AccountState.UNKNOWN;
        for (int seconds : List.of(0, 1, 3, 7, 15, 30, 30, 30, 30, 30)) {
            assertThat(GUARD.gathering(state, NOW)).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(GUARD.paced(state, NOW)).isEmpty();
            state = state.paced(Pace.Limit.DEFAULT, new Pace.PastRequest(NOW, A.ascii(), SendReason.FORCED));
        }
        assertThat(GUARD.paced(state, NOW)).contains(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void aForgottenHostIsSentAgain() {
        AccountState state =
                state(confirmed(new HostState.Confirmation(ADDRESS, NOW))).without(A);
        assertThat(state.hosts()).isEmpty();
        assertThat(decide(state, wanted(false))).isInstanceOf(Decision.Send.class);
    }

    // What holds a host back, whoever asks

    @Test
    void aStopHoldsEveryHostWhateverElseIsKnown() {
        AccountState state = Accounts.refused(NOW.minusSeconds(5), "secret");
        assertThat(GUARD.held(state, A, NOW))
                .contains(new Decision.Held(Outcome.BADAUTH, NOW.minusSeconds(5), Optional.empty()));
    }

    @Test
    void aHostOfWhichNothingIsKnownIsNotHeld() {
        assertThat(GUARD.held(AccountState.UNKNOWN, A, NOW)).isEmpty();
    }

    @Test
    void aHostIsHeldUntilTheLaterOfItsOwnWaitAndThatOfTheAccount() {
        HostState.Hold own = new HostState.Hold(
                Outcome.UNCONFIRMED, 1, NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(100)), List.of());
        Map<HostName, HostState> hosts = Map.of(A, held(own));
        AccountState sooner =
                Accounts.waiting(new AccountState.ServerWait(NOW.minusSeconds(60), NOW.plusSeconds(50)), hosts);
        AccountState later =
                Accounts.waiting(new AccountState.ServerWait(NOW.minusSeconds(60), NOW.plusSeconds(150)), hosts);
        assertThat(GUARD.held(sooner, A, NOW))
                .contains(new Decision.Held(Outcome.UNCONFIRMED, own.since(), own.until()));
        assertThat(GUARD.held(later, A, NOW))
                .contains(new Decision.Held(Outcome.SERVER_ERROR, own.since(), Optional.of(NOW.plusSeconds(150))));
        assertThat(GUARD.held(later, B, NOW))
                .as("the server asked when it failed for another host")
                .contains(new Decision.Held(Outcome.SERVER_ERROR, own.since(), Optional.of(NOW.plusSeconds(150))));
    }

    @Test
    void aHoldOverManyHostsTakesNoLongerForEachOfThem() {
        Map<HostName, HostState> hosts = new HashMap<>();
        HostState.Hold hold =
                new HostState.Hold(Outcome.SERVER_ERROR, 1, NOW, Optional.of(NOW.plusSeconds(100)), List.of());
        for (int i = 0; i < 10_000; i++) {
            hosts.put(new HostName("h" + i + ".example.com"), held(hold));
        }
        AccountState state = Accounts.waiting(new AccountState.ServerWait(NOW, NOW.plusSeconds(150)), hosts);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (HostName host : hosts.keySet()) {
                assertThat(GUARD.held(state, host, NOW)).isPresent();
            }
        });
    }

    private static Decision current(HostState.Confirmation confirmation) {
        return new Decision.Current(confirmation, Optional.of(confirmation.at().plus(Duration.ofDays(25))));
    }

    private static Decision decide(AccountState state, WantedUpdate attempt) {
        return GUARD.decide(state, Optional.empty(), attempt, A, NOW);
    }

    private static Decision send(SendReason reason) {
        return new Decision.Send(reason);
    }

    private static Guard guard(Duration keepAlive) {
        return new Guard(keepAlive, Pace.Limit.DEFAULT, Accounts.HASHES);
    }

    private static HostState last(Outcome outcome) {
        return new HostState(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.LastRequest(outcome, NOW)));
    }

    private static WantedUpdate wanted(boolean force) {
        return new WantedUpdate(WantedUpdate.digest(List.of(A)), ADDRESS, force);
    }

    private static WantedUpdate differing() {
        return new WantedUpdate(WantedUpdate.digest(List.of(A)), ADDRESS, false, Set.of(A));
    }

    private static AccountState state(HostState host) {
        return Accounts.of(Map.of(A, host));
    }

    private static HostState confirmed(HostState.Confirmation confirmation) {
        return new HostState(Optional.of(confirmation), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static HostState held(HostState.Hold hold) {
        return new HostState(Optional.empty(), Optional.empty(), Optional.of(hold), Optional.empty());
    }
}
