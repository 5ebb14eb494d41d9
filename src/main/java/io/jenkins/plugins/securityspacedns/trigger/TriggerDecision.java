package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a look at a job, at one of its updates or at one host brought to light.
 *
 * @param reason why a build is started or not
 * @param message a sentence that says so; as long as nothing changes, it stays the same to the letter
 */
record TriggerDecision(Reason reason, String message) {

    TriggerDecision {
        message = Printable.line(message);
    }

    /**
     * @param findings at least one
     * @return the one that weighs most: one that starts a build, if there is any
     */
    static TriggerDecision first(Collection<TriggerDecision> findings) {
        return findings.stream()
                .min(Comparator.comparing(TriggerDecision::reason))
                .orElseThrow();
    }
}
