package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.time.Duration;

/**
 * What happened to one requested host.
 *
 * @param hostname the host as it was asked for
 * @param outcome what happened
 * @param cause the outcome that decides the verdict: for {@code deferred} the one that set the stop or hold, or {@code
 *     deferred} itself if that is none; else the outcome itself
 * @param message a sentence that says so
 * @param verdict what it means for the build
 * @param duration how long the requests took that this host was part of; zero if nothing was sent
 */
public record HostResult(
        String hostname, Outcome outcome, Outcome cause, String message, Verdict verdict, Duration duration) {

    HostResult as(String spelling) {
        return new HostResult(spelling, outcome, cause, message, verdict, duration);
    }
}
