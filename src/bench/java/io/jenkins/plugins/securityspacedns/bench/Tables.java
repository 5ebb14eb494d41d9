package io.jenkins.plugins.securityspacedns.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The laps as tables in Markdown. */
final class Tables {

    private static final String YARDSTICK = "ddclient";
    private static final String SPLIT = "ddclient, split by hand";

    private final List<Lap> laps;

    Tables(List<Lap> laps) {
        this.laps = laps;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        for (Task task : laps.stream().map(Lap::task).distinct().toList()) {
            for (Lap.Run run : Lap.Run.values()) {
                table(task, run, text);
            }
        }
        return text.toString();
    }

    private void table(Task task, Lap.Run run, StringBuilder text) {
        Map<String, List<Lap>> byName = of(task, run).stream().collect(Collectors.groupingBy(Lap::contestant));
        Collection<String> names = byName.keySet().stream().sorted().toList();
        text.append("\n**").append(task).append(", ").append(run.words).append("**\n\n");
        text.append("| | wall time in ms | against ").append(yardstick(byName));
        text.append(
                " | processor time in ms | requests | bytes sent | bytes received | memory in MiB | hosts done |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (String name : names) {
            List<Lap> own = byName.get(name);
            Track.Traffic traffic = own.get(own.size() - 1).traffic();
            text.append("| ").append(name);
            text.append(" | ")
                    .append(Spread.of(own.stream().mapToDouble(Lap::milliseconds))
                            .text());
            text.append(" | ").append(ratio(task, run, name).map(Spread::text).orElse("–"));
            text.append(" | ").append(processor(own));
            text.append(" | ").append(count(traffic.requests()));
            text.append(" | ").append(count(traffic.sent()));
            text.append(" | ").append(count(traffic.received()));
            text.append(" | ").append(memory(own));
            text.append(" | ")
                    .append(count(traffic.done()))
                    .append(note(traffic))
                    .append(" |\n");
        }
    }

    private static String note(Track.Traffic traffic) {
        return traffic.longestLine() > 8_190
                ? " (request line of " + count(traffic.longestLine()) + " bytes refused)"
                : "";
    }

    private static String processor(List<Lap> laps) {
        return laps.get(0).effort().cpuNanos() < 0
                ? "–"
                : Spread.of(laps.stream().mapToDouble(lap -> lap.effort().cpuNanos() / 1e6))
                        .text();
    }

    private static String memory(List<Lap> laps) {
        return laps.get(0).effort().peakBytes() < 0
                ? "–"
                : Spread.of(laps.stream().mapToDouble(lap -> lap.effort().peakBytes() / 1048576.0))
                        .text();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A client that does not do the work is no measure: beyond one request line, the one that is split by hand is. */
    private static String yardstick(Map<String, List<Lap>> byName) {
        return byName.containsKey(SPLIT) ? SPLIT : YARDSTICK;
    }

    /** How many times as long as the yardstick it took, round by round. */
    Optional<Spread> ratio(Task task, Lap.Run run, String name) {
        Map<String, List<Lap>> byName = of(task, run).stream().collect(Collectors.groupingBy(Lap::contestant));
        Map<Integer, Double> yardstick = byName.getOrDefault(yardstick(byName), List.of()).stream()
                .collect(Collectors.toMap(Lap::round, Lap::milliseconds));
        double[] ratios = byName.getOrDefault(name, List.of()).stream()
                .filter(lap -> yardstick.containsKey(lap.round()))
                .mapToDouble(lap -> lap.milliseconds() / yardstick.get(lap.round()))
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(Spread.of(Arrays.stream(ratios)));
    }

    List<Lap> of(Task task, Lap.Run run) {
        return laps.stream()
                .filter(lap -> lap.task().equals(task) && lap.run() == run)
                .toList();
    }
}
