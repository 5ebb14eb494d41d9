package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a request may be sent: never under a latch, not during a backoff, not for nothing. */
public final class Guard {

    private final Duration keepAlive;

    /**
     * @param keepAlive how old a confirmation may get before the host is sent again although its address is the same;
     *     zero where it never is
     */
    public Guard(Duration keepAlive) {
        this.keepAlive = keepAlive;
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
            return new Decision.Current(known.confirmed().orElseThrow());
        }
        if (latch.isPresent()) {
            return new Decision.Held(latch.get().cause(), latch.get().since(), Optional.empty());
        }
        if (attempt.force()) {
            return new Decision.Send();
        }
        if (runs(state.notBefore(), now)) {
            return new Decision.Held(Outcome.SERVER_ERROR, now, state.notBefore());
        }
        return known.hold()
                .filter(hold -> hold.cause() == Outcome.NOHOST
                        ? hold.hosts().equals(attempt.digestOfHosts())
                        : runs(hold.until(), now))
                .<Decision>map(hold -> new Decision.Held(hold.cause(), hold.since(), hold.until()))
                .orElseGet(Decision.Send::new);
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
