package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the trigger concluded about a job, about one of its updates or about one host.
 *
 * @param reason why a build is started or not
 * @param message a sentence that says so
 * @param host the host that it is about, if it is about one
 * @param address the address that this host would get
 */
record TriggerDecision(Reason reason, String message, Optional<HostName> host, Optional<IpAddress> address) {

    TriggerDecision {
        message = Printable.line(message);
    }

    /** A decision about no host. */
    TriggerDecision(Reason reason, String message) {
        this(reason, message, Optional.empty(), Optional.empty());
    }

    /** The same host with another conclusion. */
    TriggerDecision but(Reason other, String why) {
        return new TriggerDecision(other, why, host, address);
    }

    /** Whether both are about the same host and have the same reason, whatever the addresses are. */
    boolean repeats(TriggerDecision other) {
        return reason == other.reason && host.equals(other.host);
    }

    /**
     * @param decisions at least one
     * @return the one that weighs most: one that starts a build, if there is any
     */
    static TriggerDecision first(Collection<TriggerDecision> decisions) {
        return decisions.stream()
                .min(Comparator.comparing(TriggerDecision::reason))
                .orElseThrow();
    }
}
