package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an update.
 *
 * @param address the address that the hosts were to get, if one could be established
 * @param hosts exactly one result for every requested host, in the order in which they were asked for
 */
public record UpdateResult(Optional<IpAddress> address, List<HostResult> hosts) {

    public UpdateResult {
        hosts = List.copyOf(hosts);
    }

    /** {@return the worst of the hosts' verdicts} */
    public Verdict verdict() {
        return hosts.stream().map(HostResult::verdict).reduce(Verdict.SUCCESS, Verdict::worst);
    }

    /** {@return the hosts whose address the server confirmed, now or earlier} */
    public List<HostName> confirmed() {
        return hosts.stream()
                .filter(host -> !host.outcome().isProblem())
                .map(host -> HostName.parse(host.hostname()))
                .distinct()
                .toList();
    }

    /** {@return the same with what was seen of each host that {@link #confirmed} names} */
    public UpdateResult published(Map<HostName, Publication.Seen> seen, FailOn failOn) {
        List<HostResult> published = hosts.stream()
                .map(host -> Optional.ofNullable(seen.get(HostName.parse(host.hostname())))
                        .map(one -> host.published(one, failOn))
                        .orElse(host))
                .toList();
        return new UpdateResult(address, published);
    }

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
     * @param verifiedAfter after what time the name servers served the address, if they were asked and did
     */
    public record HostResult(
            String hostname,
            Outcome outcome,
            Outcome cause,
            String message,
            Verdict verdict,
            Duration duration,
            Optional<Duration> verifiedAfter) {

        /** A host for which the name servers were not asked. */
        public HostResult(
                String hostname, Outcome outcome, Outcome cause, String message, Verdict verdict, Duration duration) {
            this(hostname, outcome, cause, message, verdict, duration, Optional.empty());
        }

        HostResult as(String spelling) {
            return new HostResult(spelling, outcome, cause, message, verdict, duration, verifiedAfter);
        }

        private HostResult published(Publication.Seen seen, FailOn failOn) {
            Outcome now = seen.outcome(outcome);
            return new HostResult(
                    hostname, now, now, seen.message(message), failOn.verdict(now), duration, seen.after());
        }
    }
}
