package io.jenkins.plugins.securityspacedns.trigger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A build of the job.
 *
 * @param number its number
 * @param at when it was scheduled
 * @param running whether it has not ended yet
 * @param startedFor what this trigger said when it started the build; nothing where something else did
 * @param updates what it updated, in the order in which that ended
 */
record PastBuild(int number, Instant at, boolean running, Optional<String> startedFor, List<LastUpdate> updates) {

    PastBuild {
        updates = List.copyOf(updates);
    }
}
