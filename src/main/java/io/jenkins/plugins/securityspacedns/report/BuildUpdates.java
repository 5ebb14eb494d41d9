package io.jenkins.plugins.securityspacedns.report;

import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The updates of one build of a job.
 *
 * @param build the number of the build
 * @param updates the updates, at least one, in the order in which they ended
 */
record BuildUpdates(int build, List<DnsUpdateResult> updates) {

    /** When the last of its updates ended. */
    Instant at() {
        return Instant.ofEpochMilli(updates.get(updates.size() - 1).getTimestamp());
    }

    /** The public addresses of its updates; several if they ran on several agents. */
    Set<String> addresses() {
        return updates.stream()
                .map(DnsUpdateResult::getAddress)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The worst of its updates. */
    Verdict verdict() {
        return updates.stream()
                .map(update -> Verdict.valueOf(update.getVerdict()))
                .reduce(Verdict.SUCCESS, Verdict::worst);
    }
}
