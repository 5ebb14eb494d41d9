package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept of a job: its updates, as far back as they matter, and the last build that the trigger started.
 *
 * @param updates the updates, the latest first
 * @param start the last start, if there was any
 */
record History(List<PastUpdate> updates, Optional<Start> start) {

    /** Of a job of which nothing is known. */
    static final History NONE = new History(List.of(), Optional.empty());

    /** How long an address that a host had is remembered, see {@link Flapping}. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** No more updates than that are kept beside those of the latest build that confirmed a host. */
    private static final int MOST = 50;

    private static final HoldTimes WITHOUT_CHANCE = new HoldTimes(() -> 0);
    private static final String FORMAT = "securityspace-dns-history 1";
    private static final String START = "start";

    History {
        updates = List.copyOf(updates);
    }

    /**
     * A build that the trigger started.
     *
     * @param decision for what it was started
     * @param times how many were started for that in a row, this one included
     * @param at when it was started
     * @param build the number that it gets
     */
    record Start(TriggerDecision decision, int times, Instant at, int build) {

        private List<String> fields() {
            return List.of(
                    START,
                    Integer.toString(build),
                    at.toString(),
                    Integer.toString(times),
                    decision.reason().word(),
                    decision.host().map(HostName::ascii).orElse(""),
                    decision.address().map(IpAddress::toString).orElse(""));
        }

        private static Start parse(List<String> fields) {
            TriggerDecision decision = new TriggerDecision(
                    Reason.ofWord(fields.get(4)),
                    "",
                    PastUpdate.ifAny(fields.get(5)).map(HostName::new),
                    PastUpdate.ifAny(fields.get(6)).map(IpAddress::parse),
                    List.of());
            return new Start(
                    decision,
                    Integer.parseInt(fields.get(3)),
                    Instant.parse(fields.get(2)),
                    Integer.parseInt(fields.get(1)));
        }
    }

    private static boolean isRecent(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(REMEMBERED) <= 0;
    }

    /**
     * Adds an update. Kept are the updates of the latest build in which SecuritySpace confirmed a host, those after it, and
     * the addresses that hosts had within the last hour.
     */
    History with(PastUpdate update) {
        List<PastUpdate> older = new ArrayList<>(updates);
        PastUpdate latest = older.stream()
                .filter(update::repeats)
                .findFirst()
                .filter(same -> same.address().equals(update.address()))
                .filter(same -> update.isConfirmed() || !same.isConfirmed())
                .map(same -> {
                    older.remove(same);
                    return update.since(same.at());
                })
                .orElse(update);
        older.add(0, latest);
        int confirmed = confirmedBuild(older);
        List<PastUpdate> kept = new ArrayList<>();
        Instant until = update.at();
        for (PastUpdate one : older) {
            boolean matters = one.build() > confirmed || isRecent(until, update.at());
            if (one.build() == confirmed || matters && kept.size() < MOST) {
                kept.add(one);
            }
            until = one.at();
        }
        return new History(kept, start);
    }

    private static int confirmedBuild(List<PastUpdate> latestFirst) {
        return latestFirst.stream()
                .filter(PastUpdate::isConfirmed)
                .mapToInt(PastUpdate::build)
                .findFirst()
                .orElse(0);
    }

    /** Notes that the trigger starts a build with this number. */
    History starting(TriggerDecision decision, Instant now, int build) {
        return new History(updates, Optional.of(new Start(decision, failures(decision, build) + 1, now, build)));
    }

    /**
     * How many builds in a row, up to the next one to come, were started for a decision, and its host did not get the address
     * for which that was. A build that something else started ends the row, and so does one whose account was stopped.
     */
    private int failures(TriggerDecision decision, int next) {
        return start.filter(last -> last.build() + 1 == next)
                .filter(last -> last.decision().reason() == decision.reason())
                .filter(last -> last.decision().host().equals(decision.host()))
                .filter(last -> last.decision().host().isEmpty()
                        || updates.stream()
                                .filter(update -> update.build() == last.build())
                                .noneMatch(
                                        update -> update.brings(last.decision()) || update.isStopped(last.decision())))
                .map(Start::times)
                .orElse(0);
    }

    /** Whether a build that runs may still change what the job updates: no update came after it. */
    boolean isBefore(int runningBuild) {
        return updates.stream().allMatch(update -> update.build() <= runningBuild);
    }

    /**
     * What the job updates: the updates of the latest build in which SecuritySpace confirmed a host, and of the builds after
     * it. A build that confirmed nothing, because somebody mistyped a parameter or a server was down, does not hide what the
     * job updated before. A host that SecuritySpace does not know does not count, unless there is no other one. Of updates
     * that repeat each other, the latest counts.
     */
    List<PastUpdate> lastUpdates() {
        int confirmed = confirmedBuild(updates);
        List<PastUpdate> all =
                updates.stream().filter(update -> update.build() >= confirmed).toList();
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
        return updates.stream()
                .anyMatch(update -> update.agent().equals(node.agent())
                        && update.address().filter(address::equals).isPresent());
    }

    /** The addresses that builds gave a host, and that it had within the last hour: each once, the latest first. */
    List<IpAddress> addresses(HostName host, Instant now) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        Instant until = now;
        for (PastUpdate update : updates) {
            if (update.hosts().containsKey(host) && update.address().isPresent()) {
                if (isRecent(until, now)) {
                    addresses.add(update.address().get());
                }
                until = update.at();
            }
        }
        return List.copyOf(addresses);
    }

    /** What is to be done if nothing has been updated: start a build, which is the next one to come, but no second. */
    TriggerDecision withoutUpdate(int next) {
        return start.filter(last -> last.build() < next)
                .map(last -> new TriggerDecision(
                        Reason.NO_UPDATE,
                        "Build #" + last.build() + ", which this trigger started, updated nothing. Look at its log,"
                                + " and run the job by hand once it updates hosts."))
                .orElse(new TriggerDecision(Reason.NEVER_UPDATED, "No build of this job has updated hosts yet."));
    }

    /**
     * Keeps a build that does not help from being started again and again: the next one for the same host and reason waits
     * 5 minutes after the first, and twice as long after each that followed, up to 6 hours.
     *
     * @return the same, or why the build to come has to wait
     */
    TriggerDecision unlessStartedBefore(TriggerDecision decision, Instant now, int next) {
        int times = failures(decision, next);
        if (times == 0 || !decision.reason().starts()) {
            return decision;
        }
        Start last = start.orElseThrow();
        Duration wait = WITHOUT_CHANCE.after(Outcome.SERVER_ERROR, times);
        Instant until = last.at().plus(wait);
        // A build from the future is the work of a clock that was wrong.
        if (!now.isBefore(until) || last.at().isAfter(now.plus(wait))) {
            return decision;
        }
        return decision.but(
                Reason.STARTED_BEFORE,
                "Build #" + last.build() + " was started for this, and it is still so: " + decision.message()
                        + " The next build starts after " + HoldMessages.time(until) + ".");
    }

    /** {@return the lines that are kept of it, in fields} */
    List<List<String>> lines() {
        return Stream.of(
                        Stream.of(List.of(FORMAT)),
                        start.stream().map(Start::fields),
                        updates.stream().map(PastUpdate::fields))
                .flatMap(lines -> lines)
                .toList();
    }

    /**
     * @param lines what {@link #lines} gave
     * @return the history
     * @throws IllegalArgumentException if they are something else, or not whole
     */
    static History parse(List<List<String>> lines) {
        try {
            if (!lines.get(0).equals(List.of(FORMAT))) {
                throw new IllegalArgumentException("the first line is not \"" + FORMAT + "\"");
            }
            boolean started = lines.size() > 1 && lines.get(1).get(0).equals(START);
            return new History(
                    lines.stream().skip(started ? 2 : 1).map(PastUpdate::parse).toList(),
                    started ? Optional.of(Start.parse(lines.get(1))) : Optional.empty());
        } catch (IndexOutOfBoundsException | NoSuchElementException | DateTimeException e) {
            throw new IllegalArgumentException("a line of it is not whole", e);
        }
    }
}
