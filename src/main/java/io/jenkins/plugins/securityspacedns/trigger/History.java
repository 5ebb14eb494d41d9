package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The latest builds of a job, as far back as they matter. Builds survive restarts, renames and changes of the
 * configuration.
 *
 * @param builds the builds, the latest first
 */
record History(List<PastBuild> builds) {

    /** How long an address that a host had is remembered, see {@link Flapping}. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** No more builds than that are read from the disk for one look. */
    private static final int FARTHEST = 50;

    /** After so many starts for one reason the wait does not get longer. */
    private static final int ENOUGH = 8;

    private static final HoldTimes WITHOUT_CHANCE = new HoldTimes(() -> 0);

    History {
        builds = List.copyOf(builds);
    }

    static History of(Job<?, ?> job, Instant now) {
        List<PastBuild> builds = new ArrayList<>();
        boolean confirmed = false;
        boolean repeated = true;
        for (Run<?, ?> run = job.getLastBuild();
                run != null && builds.size() < FARTHEST;
                run = run.getPreviousBuild()) {
            PastBuild build = PastBuild.of(run);
            builds.add(build);
            confirmed |= build.isConfirmed();
            repeated &= builds.size() < ENOUGH
                    && builds.get(0).startedFor().filter(build::failedAt).isPresent();
            if (confirmed && !repeated && !isRecent(build.at(), now)) {
                break;
            }
        }
        return new History(builds);
    }

    private static boolean isRecent(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(REMEMBERED) <= 0;
    }

    /** The number of the latest build, 0 if there is none: tells whether another one came meanwhile. */
    int latest() {
        return builds.isEmpty() ? 0 : builds.get(0).number();
    }

    /** The build that runs, if one does that came after the last update or made it. */
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

    /**
     * What the job updates, as its builds tell: the updates of the latest build in which SecuritySpace confirmed a host,
     * and of the builds after it. A build that confirmed nothing, because somebody mistyped a parameter or a server was
     * down, does not hide what the job updated before. A host that SecuritySpace does not know does not count, unless the
     * builds tell of no other one. Of updates that repeat each other, the latest counts.
     */
    List<PastUpdate> lastUpdates() {
        List<PastUpdate> all = new ArrayList<>();
        for (PastBuild build : builds) {
            for (int i = build.updates().size() - 1; i >= 0; i--) {
                all.add(build.updates().get(i));
            }
            if (build.isConfirmed()) {
                break;
            }
        }
        List<PastUpdate> known = withoutRepeats(all.stream().flatMap(update -> update.ofKnownHosts().stream()));
        return known.isEmpty() ? withoutRepeats(all.stream().limit(1)) : known;
    }

    private static List<PastUpdate> withoutRepeats(Stream<PastUpdate> latestFirst) {
        List<PastUpdate> last = new ArrayList<>();
        latestFirst.forEach(update -> {
            if (last.stream().noneMatch(update::repeats)) {
                last.add(update);
            }
        });
        return last;
    }

    /** Whether a build found this address on a node. */
    boolean knows(LookupNode node, IpAddress address) {
        return builds.stream()
                .flatMap(build -> build.updates().stream())
                .anyMatch(update -> update.agent().equals(node.agent())
                        && update.address().filter(address::equals).isPresent());
    }

    /** The addresses that builds gave a host, and that it had within the last hour: each once, the latest first. */
    List<IpAddress> addresses(HostName host, Instant now) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        Instant until = now;
        for (PastBuild build : builds) {
            for (int i = build.updates().size() - 1; i >= 0; i--) {
                PastUpdate update = build.updates().get(i);
                if (update.hosts().containsKey(host) && update.address().isPresent() && isRecent(until, now)) {
                    addresses.add(update.address().get());
                    until = build.at();
                }
            }
        }
        return List.copyOf(addresses);
    }

    /** What is to be done if no build has updated anything: start one, but no second. */
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
     * Keeps a build that does not help from being started again and again: the next one for the same host and reason waits
     * 5 minutes after the first, and twice as long after each that followed, up to 6 hours.
     *
     * @param decision why a build is to be started
     * @param now the time
     * @return the same, or why the build has to wait
     */
    TriggerDecision unlessStartedBefore(TriggerDecision decision, Instant now) {
        int times = 0;
        while (times < builds.size() && builds.get(times).failedAt(decision)) {
            times++;
        }
        if (times == 0 || !decision.reason().starts()) {
            return decision;
        }
        PastBuild last = builds.get(0);
        Duration wait = WITHOUT_CHANCE.after(Outcome.SERVER_ERROR, times);
        Instant until = last.at().plus(wait);
        // A build from the future is the work of a clock that was wrong.
        if (!now.isBefore(until) || last.at().isAfter(now.plus(wait))) {
            return decision;
        }
        return decision.but(
                Reason.STARTED_BEFORE,
                "Build #" + last.number() + " was started for this, and it is still so: " + decision.message()
                        + " The next build starts after " + HoldMessages.time(until) + ".");
    }
}
