package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A build of the job.
 *
 * @param number its number
 * @param at when it was scheduled
 * @param running whether it has not ended yet
 * @param startedFor the decision for which this trigger started it; nothing if something else did
 * @param updates what it updated, in the order in which that ended
 */
record PastBuild(
        int number, Instant at, boolean running, Optional<TriggerDecision> startedFor, List<PastUpdate> updates) {

    PastBuild {
        updates = List.copyOf(updates);
    }

    static PastBuild of(Run<?, ?> run) {
        DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
        return new PastBuild(
                run.getNumber(),
                Instant.ofEpochMilli(run.getTimeInMillis()),
                run.isBuilding(),
                Optional.ofNullable(run.getCause(SecuritySpaceDnsCause.class)).flatMap(SecuritySpaceDnsCause::decision),
                action == null
                        ? List.of()
                        : action.getUpdates().stream()
                                .flatMap(result -> PastUpdate.of(result).stream())
                                .toList());
    }

    boolean isConfirmed() {
        return updates.stream().anyMatch(PastUpdate::isConfirmed);
    }

    /** Whether the trigger started it for this decision, and its host did not get the address for which that was. */
    boolean failedAt(TriggerDecision decision) {
        if (startedFor.filter(decision::repeats).isEmpty()) {
            return false;
        }
        TriggerDecision start = startedFor.get();
        return start.host().isEmpty() || updates.stream().noneMatch(update -> update.brings(start));
    }
}
