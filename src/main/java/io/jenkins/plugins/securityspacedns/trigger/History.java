package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest builds of a job, as far back as they matter.
 *
 * @param builds the builds, the latest first
 */
record History(List<PastBuild> builds) {

    private static final HoldTimes WITHOUT_CHANCE = new HoldTimes(() -> 0);

    History {
        builds = List.copyOf(builds);
    }

    /** The number of the latest build, 0 if there is none: tells whether another one came meanwhile. */
    int latest() {
        return builds.isEmpty() ? 0 : builds.get(0).number();
    }

    /** The build that runs, where one does that came after the last update or made it. */
    Optional<PastBuild> running() {
        for (PastBuild build : builds) {
            if (build.running()) {
                return Optional.of(build);
            }
            if (!build.updates().isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** What the job last updated: the updates of one build, without those that another one after them repeated. */
    List<LastUpdate> lastUpdates() {
        List<LastUpdate> all = builds.stream()
                .map(PastBuild::updates)
                .filter(updates -> !updates.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<LastUpdate> last = new ArrayList<>();
        for (LastUpdate update : all) {
            last.removeIf(update::repeats);
            last.add(update);
        }
        return last;
    }

    /** What is to be done where no build has updated anything: start one, but no second. */
    TriggerDecision withoutUpdate() {
        return builds.stream()
                .filter(build -> build.startedFor().isPresent())
                .findFirst()
                .map(build -> new TriggerDecision(
                        Reason.NO_UPDATE,
                        "Build #" + build.number() + ", which this trigger started, updated nothing. Look at its log,"
                                + " and run the job by hand once it updates hosts."))
                .orElseGet(
                        () -> new TriggerDecision(Reason.NEVER_UPDATED, "No build of this job has updated hosts yet."));
    }

    /**
     * Keeps a build that changes nothing from being started again and again: the next one has to wait 5 minutes after the
     * first, and twice as long after each that followed for the same reason, up to 6 hours.
     *
     * @param finding why a build is to be started
     * @param now the time
     * @return the same, or why the build has to wait
     */
    TriggerDecision unlessStartedBefore(TriggerDecision finding, Instant now) {
        int times = 0;
        while (times < builds.size() && builds.get(times).startedFor().equals(Optional.of(finding.message()))) {
            times++;
        }
        if (times == 0 || !finding.reason().starts()) {
            return finding;
        }
        PastBuild last = builds.get(0);
        Duration wait = WITHOUT_CHANCE.after(Outcome.SERVER_ERROR, times);
        Instant until = last.at().plus(wait);
        // A build from the future is the work of a clock that was wrong.
        if (!now.isBefore(until) || last.at().isAfter(now.plus(wait))) {
            return finding;
        }
        return new TriggerDecision(
                Reason.STARTED_BEFORE,
                "Build #" + last.number() + " was started for this, and it is still so: " + finding.message()
                        + " The next build starts after " + HoldMessages.time(until) + ".");
    }
}
