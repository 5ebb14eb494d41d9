package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What it costs to find the address, against the second fastest of the sources that are asked. */
final class DetectionCost {

    static final int SECOND = 50;
    private static final List<Integer> DELAYS = List.of(20, SECOND, 120, 300);

    private final List<Double> race = new ArrayList<>();
    private final List<Double> alone = new ArrayList<>();
    private final List<Double> over = new ArrayList<>();

    /** Asks five echo services, of which one never answers, and in turn the second fastest of them alone. */
    void run(Track track, RunningEngine engine, int rounds) throws IOException {
        List<String> sources = new ArrayList<>();
        for (int delay : DELAYS) {
            track.simulator.echoFault("after" + delay, Fault.delay(Duration.ofMillis(delay)));
            sources.add(source(track, "after" + delay));
        }
        track.simulator.echoFault("never", Fault.silence());
        sources.add(source(track, "never"));
        List<String> second = List.of(source(track, "after" + SECOND));
        for (int i = 0; i < rounds + rounds / 3; i++) {
            double both = detect(engine, 2, sources);
            double one = detect(engine, 1, second);
            if (i >= rounds / 3) { // the first ones warm up
                race.add(both);
                alone.add(one);
                over.add(both - one);
            }
        }
    }

    private static String source(Track track, String name) {
        URI uri = track.simulator.echoUri(name);
        return uri.toString();
    }

    private static double detect(RunningEngine engine, int agreement, List<String> sources) throws IOException {
        String[] words = Stream.concat(Stream.of("detect", Integer.toString(agreement)), sources.stream())
                .toArray(String[]::new);
        return Long.parseLong(engine.ask(words).get(0)) / 1e6;
    }

    Spread overSecondSource() {
        return Spread.of(over.stream().mapToDouble(Double::doubleValue));
    }

    String markdown() {
        Spread overNominal = Spread.of(race.stream().mapToDouble(ms -> ms - SECOND));
        return "\n**Finding the address: five sources that answer after " + DELAYS
                + " ms and never, agreement 2**\n\n"
                + "| | ms |\n|---|---:|\n"
                + "| the race | "
                + Spread.of(race.stream().mapToDouble(Double::doubleValue)).text() + " |\n"
                + "| the second fastest source alone | "
                + Spread.of(alone.stream().mapToDouble(Double::doubleValue)).text() + " |\n"
                + "| the race, beyond the second fastest source alone | "
                + overSecondSource().signed() + " |\n"
                + "| the race, beyond the " + SECOND + " ms that this source waits | " + overNominal.signed() + " |\n";
    }
}
