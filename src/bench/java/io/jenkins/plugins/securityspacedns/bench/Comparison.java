package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All contestants at the same tasks. They take turns within every round, so that what else the machine does hits all of
 * them alike.
 */
final class Comparison {

    private static final Duration LONGEST_LAP = Duration.ofMinutes(2);
    private static final Duration LONG_LAP = Duration.ofSeconds(15);

    private final Track track;
    private final List<Contestant> contestants;
    private final int rounds;
    private final List<Lap> laps = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /**
     * @param track where they meet
     * @param contestants who takes part
     * @param rounds how often, at small tasks; larger ones have fewer rounds
     */
    Comparison(Track track, List<Contestant> contestants, int rounds) {
        this.track = track;
        this.contestants = contestants;
        this.rounds = rounds;
    }

    List<Lap> laps() {
        return laps;
    }

    /** Who did not take part, and why. */
    Set<String> notes() {
        return notes;
    }

    void run(Task task) throws IOException, InterruptedException {
        int most = task.hosts() <= 50 ? rounds : task.hosts() <= 1_000 ? (rounds + 1) / 2 : (rounds + 4) / 5;
        for (int round = 0; round < most; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((i + round) % contestants.size());
                Optional<String> whyNot = contestant.whyNot(task).or(() -> tooLong(contestant, task));
                if (whyNot.isPresent()) {
                    notes.add(contestant.name() + ", " + task + ": " + whyNot.get());
                } else if (round == 0 || slowest(contestant, task) < LONG_LAP.toMillis()) {
                    run(task, contestant, round);
                }
            }
        }
        System.out.println("  " + task + ": done");
    }

    private void run(Task task, Contestant contestant, int round) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        track.prepare(task);
        Contestant.Session session = contestant.prepare(task, track.endpoint(), folder);
        for (Lap.Run run : Lap.Run.values()) {
            track.startLap();
            Effort effort = session.run();
            laps.add(new Lap(task, run, contestant.name(), round, effort, track.traffic(task)));
        }
    }

    private double slowest(Contestant contestant, Task task) {
        return laps.stream()
                .filter(lap ->
                        lap.contestant().equals(contestant.name()) && lap.task().equals(task))
                .mapToDouble(Lap::milliseconds)
                .max()
                .orElse(0);
    }

    /** What a smaller task took says what a larger one would take. */
    private Optional<String> tooLong(Contestant contestant, Task task) {
        double expected = laps.stream()
                .filter(lap -> lap.contestant().equals(contestant.name())
                        && lap.task().delay().equals(task.delay())
                        && lap.task().hosts() < task.hosts()
                        && lap.traffic().requests() > 1)
                .mapToDouble(
                        lap -> lap.milliseconds() * task.hosts() / lap.task().hosts())
                .max()
                .orElse(0);
        boolean perHost = laps.stream()
                .anyMatch(lap -> lap.contestant().equals(contestant.name())
                        && lap.task().hosts() == 50
                        && lap.traffic().requests() == 50);
        return perHost && expected > LONGEST_LAP.toMillis()
                ? Optional.of("not run; by its smaller tasks a lap would take about " + Math.round(expected / 60_000)
                        + " minutes")
                : Optional.empty();
    }
}
