package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the trigger concluded about a job, about one of its updates or about one host.
 *
 * @param reason why a build is started or not
 * @param message a sentence that says so
 * @param host the host that it is about, if it is about one
 * @param address the address that this host would get
 * @param details what led to it, if that is more than the sentence says
 */
record TriggerDecision(
        Reason reason, String message, Optional<HostName> host, Optional<IpAddress> address, List<String> details) {

    TriggerDecision {
        message = Printable.line(message);
        details = details.stream().map(Printable::line).distinct().toList();
    }

    /** A decision about no host. */
    TriggerDecision(Reason reason, String message) {
        this(reason, message, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same host with another conclusion. */
    TriggerDecision but(Reason other, String why) {
        return new TriggerDecision(other, why, host, address, details);
    }

    /** The same with more of what led to it. */
    TriggerDecision and(Collection<String> more) {
        return new TriggerDecision(
                reason,
                message,
                host,
                address,
                Stream.concat(details.stream(), more.stream()).toList());
    }
}
