package io.jenkins.plugins.securityspacedns.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The innermost parts alone, measured by JMH. */
final class Microbenchmarks {

    private final List<RunResult> results;

    private Microbenchmarks(Collection<RunResult> results) {
        this.results = results.stream()
                .sorted(Comparator.comparing(Microbenchmarks::name))
                .toList();
    }

    /**
     * @param briefly whether it is enough to see that they run
     */
    static Microbenchmarks run(boolean briefly) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ParserBenchmark.class.getName())
                .include(RequestBenchmark.class.getName())
                .include(GuardBenchmark.class.getName())
                .verbosity(VerboseMode.SILENT);
        if (briefly) {
            options.warmupIterations(1).measurementIterations(1).warmupTime(TimeValue.milliseconds(200));
            options.measurementTime(TimeValue.milliseconds(200));
        }
        return new Microbenchmarks(new Runner(options.build()).run());
    }

    private static String name(RunResult result) {
        String shape = result.getParams().getParam("shape");
        String method = result.getParams().getBenchmark().replaceAll("^.*\\.([A-Za-z]+)Benchmark\\.([a-z]+)$", "$1.$2");
        return shape == null ? method : method + " " + shape;
    }

    private static Spread microseconds(RunResult result) {
        var statistics = result.getPrimaryResult().getStatistics();
        return new Spread(
                statistics.getMin(), statistics.getPercentile(50), statistics.getMax(), (int) statistics.getN());
    }

    String markdown() {
        StringBuilder text = new StringBuilder(
                "\n**The parser, on answers of 64 KiB**\n\n" + "| answer | µs | MB/s |\n|---|---:|---:|\n");
        for (RunResult result : results) {
            String shape = result.getParams().getParam("shape");
            if (shape != null) {
                double bytes = ParserBenchmark.Shape.valueOf(shape).body().length;
                Spread time = microseconds(result);
                text.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %.0f (%.0f–%.0f) |%n",
                        shape,
                        time.text(),
                        bytes / time.median(),
                        bytes / time.most(),
                        bytes / time.least()));
            }
        }
        text.append("\n**Other parts, for 1,000 hosts**\n\n| | µs |\n|---|---:|\n");
        for (RunResult result : results) {
            if (result.getParams().getParam("shape") == null) {
                text.append("| `")
                        .append(name(result))
                        .append("` | ")
                        .append(microseconds(result).text())
                        .append(" |\n");
            }
        }
        return text.toString();
    }
}
