package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an answer without end costs the heap. */
final class HugeBody {

    private static final long BYTES = 200L << 20;

    private final List<Double> allocated = new ArrayList<>();
    private final List<Double> grown = new ArrayList<>();

    void run(Track track, RunningEngine engine, int rounds) throws IOException {
        for (int i = 0; i <= rounds; i++) {
            Path folder = Files.createTempDirectory("bench");
            Path names = folder.resolve("hosts");
            Files.writeString(names, String.join(",", new Task(1, Duration.ZERO).names()));
            track.prepare(new Task(1, Duration.ZERO));
            track.simulator.always(i % 2 == 0 ? Fault.huge(BYTES) : Fault.hugeWithoutLength(BYTES));
            List<String> said = engine.ask(
                    "allocated",
                    track.endpoint().toString(),
                    folder.resolve("ledger").toString(),
                    names.toString());
            if (!said.get(0).equals("unconfirmed")) {
                throw new IllegalStateException("an answer of 200 MiB was " + said.get(0));
            }
            if (i > 0) { // the first one loads classes
                allocated.add(Long.parseLong(said.get(1)) / 1024.0);
                grown.add(Long.parseLong(said.get(2)) / 1024.0);
            }
        }
    }

    Spread allocatedKibibytes() {
        return Spread.of(allocated.stream().mapToDouble(Double::doubleValue));
    }

    String markdown() {
        return "\n**An answer of 200 MiB**\n\n| | KiB |\n|---|---:|\n"
                + "| allocated by the whole update, garbage included | "
                + allocatedKibibytes().text() + " |\n"
                + "| left on the heap after it | "
                + Spread.of(grown.stream().mapToDouble(Double::doubleValue)).signed() + " |\n";
    }
}
