package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Decides whether a request may be sent: never under a latch, not during a backoff, not for nothing. */
public final class Guard {

    private final Duration keepAlive;

    /**
     * @param keepAlive how old a confirmation may get before the host is sent again although its address is the same;
     *     zero if it never is
     */
    public Guard(Duration keepAlive) {
        this.keepAlive = keepAlive;
    }

    /** {@return how old a confirmation may get before the host is sent again; zero if it never is} */
    public Duration keepAlive() {
        return keepAlive;
    }

    /**
     * Whether a latch stops an attempt. Nothing overrides it.
     *
     * @param state what is known of the account
     * @param attempt the update that somebody wants
     * @return the latch, if it stops the attempt
     */
    public Optional<Latch> latch(AccountState state, Attempt attempt) {
        return state.latch().filter(latch -> latch.holds(attempt.password()));
    }

    /**
     * Decides for one host.
     *
     * @param state what is known of the account
     * @param latch what {@link #latch} said for this state and attempt
     * @param attempt the update that somebody wants
     * @param host one of its hosts
     * @param now the time
     * @return whether the host may be sent
     */
    public Decision decide(AccountState state, Optional<Latch> latch, Attempt attempt, HostName host, Instant now) {
        HostState known = state.host(host);
        if (!attempt.force() && known.hasConfirmed(attempt.address()) && !isDue(known, now)) {
            return new Decision.Current(known.confirmed().orElseThrow(), due(known));
        }
        if (latch.isPresent()) {
            return held(latch.get());
        }
        if (attempt.force()) {
            return new Decision.Send();
        }
        return waiting(state, host, now)
                .filter(held -> held.cause() != Outcome.NOHOST || isOfTheSameHosts(known, attempt))
                .<Decision>map(Function.identity())
                .orElseGet(Decision.Send::new);
    }

    /**
     * What holds a host back, whoever asks for it: a latch, a wait that the server asked for, or its own hold. A latch
     * that another password lifts, and a {@code nohost} that other hosts end, count too.
     *
     * @param state what is known of the account
     * @param host one of its hosts
     * @param now the time
     * @return why it is held back, or empty if it may be sent at any time
     */
    public Optional<Decision.Held> held(AccountState state, HostName host, Instant now) {
        return state.latch().map(Guard::held).or(() -> waiting(state, host, now));
    }

    /**
     * @param host what is known of a host
     * @return when the host is sent again although its confirmed address is the same, if ever
     */
    public Optional<Instant> due(HostState host) {
        return host.confirmed()
                .filter(confirmed -> !keepAlive.isZero())
                .map(confirmed -> confirmed.at().plus(keepAlive));
    }

    private static Decision.Held held(Latch latch) {
        return new Decision.Held(latch.cause(), latch.since(), Optional.empty());
    }

    private static boolean isOfTheSameHosts(HostState known, Attempt attempt) {
        return known.hold()
                .filter(hold -> hold.hosts().equals(attempt.digestOfHosts()))
                .isPresent();
    }

    /** The later of what the server asked of the whole account and of the host's own hold. */
    private static Optional<Decision.Held> waiting(AccountState state, HostName host, Instant now) {
        Optional<Hold> own =
                state.host(host).hold().filter(hold -> hold.cause() == Outcome.NOHOST || runs(hold.until(), now));
        if (!runs(state.notBefore(), now)) {
            return own.map(Guard::held);
        }
        Instant asked = state.notBefore().orElseThrow();
        return Optional.of(own.filter(hold ->
                        hold.until().filter(until -> !until.isBefore(asked)).isPresent())
                .map(Guard::held)
                .orElseGet(() -> new Decision.Held(
                        Outcome.SERVER_ERROR, lastFailure(state).orElse(now), state.notBefore())));
    }

    private static Decision.Held held(Hold hold) {
        return new Decision.Held(hold.cause(), hold.since(), hold.until());
    }

    /** When the server last failed for any host: it was then that it asked for a wait. */
    private static Optional<Instant> lastFailure(AccountState state) {
        return state.hosts().values().stream()
                .flatMap(known -> known.hold().stream())
                .filter(hold -> hold.cause() == Outcome.SERVER_ERROR || hold.cause() == Outcome.UNCONFIRMED)
                .map(Hold::since)
                .max(Comparator.naturalOrder());
    }

    /** Whether a confirmation is so old that it wants renewal. One from the future is the work of a clock that was wrong. */
    private boolean isDue(HostState known, Instant now) {
        Instant at = known.confirmed().orElseThrow().at();
        boolean old = !keepAlive.isZero() && !now.isBefore(at.plus(keepAlive));
        return old || at.isAfter(now.plus(Backoff.LONGEST));
    }

    /** Whether a wait is not over. One that is longer than any can be is the work of a clock that was wrong. */
    private static boolean runs(Optional<Instant> until, Instant now) {
        return until.isPresent() && until.get().isAfter(now) && !until.get().isAfter(now.plus(Backoff.LONGEST));
    }
}
