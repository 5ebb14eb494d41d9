package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.time.Duration;

/**
 * What an update means for one host.
 *
 * @param outcome what happened
 * @param cause the outcome that decides the verdict: that for which a host was held back, else the outcome itself
 * @param message a sentence that says so
 * @param duration how long its requests took
 */
record Answered(Outcome outcome, Outcome cause, String message, Duration duration) {

    /** The same for another update that wanted the same, and for which nothing was sent. */
    Answered shared() {
        return new Answered(outcome, cause, HoldMessages.shared(message), Duration.ZERO);
    }

    Verdict verdict(FailOn failOn) {
        return outcome == Outcome.DEFERRED ? failOn.verdictOfDeferred(cause) : failOn.verdict(outcome);
    }
}
