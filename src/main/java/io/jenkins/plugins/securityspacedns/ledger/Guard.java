package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a host may be sent: never under a stop, not during a hold, not faster than the pace, not for nothing.
 *
 * @param keepAlive how old a confirmation may get before the host is sent again although its address is the same; zero
 *     for never
 * @param limit how many requests an account may send
 * @param hashes tells refused passwords from others
 */
public record Guard(Duration keepAlive, Pace.Limit limit, PasswordHashes hashes) {

    /** How far clocks may be apart before a time in the future is taken for the work of a clock that was wrong. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** How long what was confirmed may take to be published before it is sent again. */
    private static final Duration PUBLISHING = Duration.ofMinutes(2);

    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(30);
    private static final int GATHERING_STEPS = 10;

    /**
     * Whether a stop keeps a password from being sent. Nothing overrides it.
     *
     * @param state what is known of the account
     * @param password the password that would be sent
     * @return the stop, if there is one for this password
     */
    public Optional<AccountState.Stop> stop(AccountState state, String password) {
        Optional<AccountState.Stop> block = state.stop().filter(stop -> stop.cause() == Outcome.BLOCKED);
        return block.isPresent()
                ? block
                : state.refused().stream()
                        .filter(refused -> hashes.matches(refused.hash(), password))
                        .findFirst()
                        .map(refused -> new AccountState.Stop(Outcome.BADAUTH, refused.since()));
    }

    /**
     * Decides for one host.
     *
     * @param state what is known of the account
     * @param stop what {@link #stop} said for this state and the password of the update
     * @param update the update that somebody wants
     * @param host one of its hosts
     * @param now the time
     * @return whether the host may be sent
     */
    public Decision decide(
            AccountState state, Optional<AccountState.Stop> stop, WantedUpdate update, HostName host, Instant now) {
        HostState known = state.host(host);
        boolean confirmed = known.hasConfirmed(update.address());
        boolean differs = confirmed && update.differing().contains(host) && mayBeRepaired(known, now);
        if (!update.force() && confirmed && !differs && !isDue(known, now)) {
            return new Decision.Current(known.confirmed().orElseThrow(), due(known));
        }
        if (stop.isPresent()) {
            return held(stop.get());
        }
        if (update.force()) {
            return new Decision.Send(SendReason.FORCED);
        }
        Optional<Decision.Held> held = waiting(state, known, now)
                .filter(wait -> wait.cause() != Outcome.NOHOST || isOfTheSameHosts(known, update));
        return held.isPresent() ? held.get() : new Decision.Send(reason(state, known, update, confirmed, differs));
    }

    private static SendReason reason(
            AccountState state, HostState known, WantedUpdate update, boolean confirmed, boolean differs) {
        Optional<Outcome> refusal =
                known.last().map(HostState.LastRequest::outcome).filter(Outcome::isRefusalOfAccount);
        if (refusal.isPresent()) {
            boolean otherPassword =
                    refusal.get() == Outcome.BADAUTH && !state.refused().isEmpty();
            return otherPassword ? SendReason.PASSWORD_CHANGED : SendReason.RESUMED;
        }
        if (confirmed) {
            return differs ? SendReason.DNS_DIFFERS : SendReason.KEEP_ALIVE_DUE;
        }
        boolean sentBefore = known.confirmed().isEmpty()
                || known.unanswered().filter(update.address()::equals).isPresent();
        if (sentBefore && known.failure().flatMap(HostState.Hold::until).isPresent()) {
            return SendReason.HOLD_OVER;
        }
        boolean changed = known.confirmed()
                .filter(that -> !that.address().equals(update.address()))
                .isPresent();
        return changed ? SendReason.ADDRESS_CHANGED : SendReason.NEVER_CONFIRMED;
    }

    /**
     * What keeps a host from being sent, whoever asks for it: a stop, a wait that the server asked for, or its own hold. A
     * stop that another password ends, and a {@code nohost} that other hosts end, count too.
     *
     * @param state what is known of the account
     * @param host one of its hosts
     * @param now the time
     * @return why it is held, or empty if it may be sent at any time
     */
    public Optional<Decision.Held> held(AccountState state, HostName host, Instant now) {
        return state.stop().map(Guard::held).or(() -> waiting(state, state.host(host), now));
    }

    /** {@return when the pace of an account lets it send the next request; empty if that is now} */
    public Optional<Instant> paced(AccountState state, Instant now) {
        return state.pace().next(limit, now);
    }

    /** {@return how long the next request of an account waits for others; zero if it has sent none for a while} */
    public Duration gathering(AccountState state, Instant now) {
        int used = limit.atOnce() - state.pace().left(limit, now);
        long seconds = (1L << Math.min(16, used * GATHERING_STEPS / limit.atOnce())) - 1;
        Duration wait = Duration.ofSeconds(seconds);
        return wait.compareTo(LONGEST_GATHERING) < 0 ? wait : LONGEST_GATHERING;
    }

    /** {@return when a host is sent again although its confirmed address is the same, if ever} */
    public Optional<Instant> due(HostState host) {
        return host.confirmed()
                .filter(confirmed -> !keepAlive.isZero())
                .map(confirmed -> confirmed.at().plus(keepAlive));
    }

    private static Decision.Held held(AccountState.Stop stop) {
        return new Decision.Held(stop.cause(), stop.since(), Optional.empty());
    }

    private static boolean isOfTheSameHosts(HostState known, WantedUpdate update) {
        return known.hold()
                .filter(hold -> hold.hosts().contains(update.hosts()))
                .isPresent();
    }

    /** The later of what the server asked of the whole account and of the host's own hold. */
    private static Optional<Decision.Held> waiting(AccountState state, HostState known, Instant now) {
        Optional<Decision.Held> own = known.failure()
                .filter(hold -> hold.cause() == Outcome.NOHOST
                        || hold.until().filter(until -> runs(until, now)).isPresent())
                .map(hold -> new Decision.Held(hold.cause(), hold.since(), hold.until()));
        Optional<AccountState.ServerWait> asked = state.serverWait().filter(wait -> runs(wait.until(), now));
        boolean ownIsLater = asked.isEmpty()
                || own.flatMap(Decision.Held::until)
                        .filter(until -> !until.isBefore(asked.get().until()))
                        .isPresent();
        return ownIsLater
                ? own
                : asked.map(wait -> new Decision.Held(Outcome.SERVER_ERROR, wait.since(), Optional.of(wait.until())));
    }

    /** Whether what was confirmed had its time, and was not sent again shortly before: a zone may never publish it. */
    private static boolean mayBeRepaired(HostState known, Instant now) {
        Instant at = known.confirmed().orElseThrow().at();
        boolean hadItsTime = Duration.between(at, now).abs().compareTo(PUBLISHING) >= 0;
        return hadItsTime
                && known.hold()
                        .filter(hold -> hold.cause() == Outcome.UNPUBLISHED)
                        .flatMap(HostState.Hold::until)
                        .filter(until -> runs(until, now))
                        .isEmpty();
    }

    /** Whether a confirmation is so old that it wants renewal, or dated in the future. */
    private boolean isDue(HostState known, Instant now) {
        Instant at = known.confirmed().orElseThrow().at();
        boolean old = !keepAlive.isZero() && !now.isBefore(at.plus(keepAlive));
        return old || at.isAfter(now.plus(CLOCK_SKEW));
    }

    /** Whether a hold is not over. One that is longer than any can be is the work of a clock that was wrong. */
    private static boolean runs(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(HoldTimes.LONGEST));
    }
}
