package io.jenkins.plugins.securityspacedns.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was aimed at, and whether it was reached. */
final class Goals {

    private static final String ENGINE = "our engine, JVM running";
    private static final String COMMAND_LINE = "our command line";
    private static final String DDCLIENT = "ddclient";
    private static final int LEGAL_LINE = 8_000;
    private static final double HALF = 0.5;
    private static final double OVERHEAD_MILLISECONDS = 5;
    private static final double KIBIBYTES = 1024;

    private final StringBuilder rows = new StringBuilder();

    String markdown() {
        return "\n**Goals**\n\n| goal | measured | |\n|---|---|---|\n" + rows;
    }

    void comparison(List<Lap> laps) {
        Task task = new Task(50, Duration.ofMillis(50));
        new Tables(laps)
                .ratio(task, Lap.Run.FIRST, ENGINE)
                .ifPresent(ratio -> row(
                        "50 hosts at 50 ms in a running JVM in at most half of ddclient's wall time",
                        ratio.text() + " of it",
                        ratio.median() <= HALF,
                        Spread.number(ratio.median() - HALF)));
        Map<String, List<Lap>> legal = laps.stream().collect(Collectors.groupingBy(Lap::contestant));
        long compared = 0;
        long more = 0;
        for (Lap yardstick : legal.getOrDefault(DDCLIENT, List.of())) {
            if (yardstick.traffic().longestLine() > LEGAL_LINE) {
                continue;
            }
            for (Lap lap : laps) {
                boolean ours =
                        lap.contestant().equals(ENGINE) || lap.contestant().equals(COMMAND_LINE);
                if (ours
                        && lap.task().equals(yardstick.task())
                        && lap.run() == yardstick.run()
                        && lap.round() == yardstick.round()) {
                    compared++;
                    more += lap.traffic().requests() > yardstick.traffic().requests() ? 1 : 0;
                }
            }
        }
        row(
                "never more requests than ddclient where its request line is legal",
                "more in " + more + " of " + compared + " laps",
                more == 0,
                more + " laps");
    }

    void detection(Spread overSecondSource) {
        row(
                "finding the address costs the second fastest source and at most 5 ms",
                overSecondSource.signed() + " ms",
                overSecondSource.median() <= OVERHEAD_MILLISECONDS,
                Spread.number(overSecondSource.median() - OVERHEAD_MILLISECONDS) + " ms");
    }

    void hugeBody(Spread allocated) {
        row(
                "an answer of 200 MiB lets the heap grow by less than 1 MiB",
                allocated.text() + " KiB allocated in all",
                allocated.most() < KIBIBYTES,
                Spread.number(allocated.most() - KIBIBYTES) + " KiB");
    }

    private void row(String goal, String measured, boolean met, String by) {
        rows.append("| ").append(goal).append(" | ").append(measured).append(" | ");
        rows.append(met ? "met" : "missed: " + by).append(" |\n");
    }
}
