package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything, and puts the figures into the documentation. */
public final class BenchMain {

    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";
    private static final List<Integer> HOSTS = List.of(1, 50, 1_000, 10_000);
    private static final List<Duration> DELAYS = List.of(Duration.ZERO, Duration.ofMillis(50));
    private static final int WARM_UP_LAPS = 40;

    private BenchMain() {}

    /**
     * Runs for about a quarter of an hour.
     *
     * @param args the command line's jar; the page to put the figures into; the chart to draw; how many rounds, 1 to see
     *     that all runs
     * @throws IOException where a file cannot be read or written
     * @throws InterruptedException when interrupted
     * @throws RunnerException where JMH fails
     */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Path page = Path.of(args[1]);
        int rounds = Integer.parseInt(args[3]);
        boolean briefly = rounds == 1;
        StringBuilder text = new StringBuilder();
        try (Track track = new Track();
                RunningEngine engine = new RunningEngine()) {
            Comparison comparison = new Comparison(
                    track,
                    List.of(
                            engine,
                            new CommandLine(Path.of(args[0])),
                            Ddclient.asItIs(),
                            Ddclient.splitByHand(),
                            new Inadyn()),
                    rounds);
            warmUp(track, engine);
            for (Task task : tasks(briefly)) {
                comparison.run(task);
            }
            DetectionCost detection = new DetectionCost();
            detection.run(track, engine, briefly ? 3 : 30);
            HugeBody huge = new HugeBody();
            huge.run(track, engine, briefly ? 2 : 10);
            Microbenchmarks micro = Microbenchmarks.run(briefly);
            Goals goals = new Goals();
            goals.comparison(comparison.laps());
            goals.detection(detection.overSecondSource());
            goals.hugeBody(huge.allocatedKibibytes());
            text.append(machine(rounds)).append(goals.markdown());
            text.append("\n<details>\n<summary>All figures</summary>\n");
            text.append(new Tables(comparison.laps()).markdown());
            text.append(notes(comparison.notes()));
            text.append(detection.markdown()).append(huge.markdown()).append(micro.markdown());
            text.append("\n</details>\n");
            Files.writeString(Path.of(args[2]), new Chart(comparison.laps()).svg());
        }
        System.out.println(text);
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, old.substring(0, begin) + "\n" + text + old.substring(old.indexOf(END)));
    }

    private static List<Task> tasks(boolean briefly) {
        return HOSTS.stream()
                .filter(hosts -> !briefly || hosts <= 1_000)
                .flatMap(hosts -> DELAYS.stream().map(delay -> new Task(hosts, delay)))
                .toList();
    }

    /** A running JVM has done such work before. */
    private static void warmUp(Track track, RunningEngine engine) throws IOException, InterruptedException {
        Task task = new Task(50, Duration.ZERO);
        for (int i = 0; i < WARM_UP_LAPS; i++) {
            track.prepare(task);
            Contestant.Session session = engine.prepare(task, track.endpoint(), Files.createTempDirectory("bench"));
            session.run();
            session.run();
        }
    }

    private static String machine(int rounds) throws IOException {
        String processor = firstOf(Path.of("/proc/cpuinfo"), "model name");
        String memory = firstOf(Path.of("/proc/meminfo"), "MemTotal");
        return String.format(
                Locale.ROOT,
                "Measured on %s: %s, %d processors, %s memory; %s %s; Java %s; ddclient %s; inadyn %s. %d rounds at 1 and"
                        + " 50 hosts, half of them at 1,000 and a fifth at 10,000; one where a lap takes longer than 15 s."
                        + " Figures are medians, with the smallest and the largest in parentheses.%n",
                LocalDate.now(ZoneOffset.UTC),
                processor,
                Runtime.getRuntime().availableProcessors(),
                memory,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                version("ddclient", "-version"),
                version("inadyn", "--version"),
                rounds);
    }

    private static String version(String program, String option) {
        return Programs.find(program)
                .map(path -> Programs.version(path, option))
                .orElse("not installed");
    }

    private static String firstOf(Path file, String key) throws IOException {
        if (!Files.exists(file)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String notes(Set<String> notes) {
        return notes.stream()
                .filter(note -> !note.contains("one request line takes all hosts"))
                .map(note -> "- " + note + "\n")
                .collect(Collectors.joining("", notes.isEmpty() ? "" : "\nNot measured:\n\n", ""));
    }
}
