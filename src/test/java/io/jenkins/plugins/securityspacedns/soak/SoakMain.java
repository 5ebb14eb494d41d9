package io.jenkins.plugins.securityspacedns.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

/** Soaks the engine for as long as one likes. */
public final class SoakMain {

    private static final Duration REPORT_EVERY = Duration.ofMinutes(1);

    private SoakMain() {}

    /**
     * Runs until the time is over or a rule is broken.
     *
     * @param args how many seconds it lasts; the seed of an earlier run to repeat it, or {@code random}
     * @throws IOException where the ledger cannot be kept
     */
    public static void main(String[] args) throws IOException {
        Duration duration = Duration.ofSeconds(Long.parseLong(args[0]));
        long seed = args[1].equals("random") ? new SecureRandom().nextInt(1_000_000_000) : Long.parseLong(args[1]);
        run(duration, seed, System.out);
    }

    private static void run(Duration duration, long seed, PrintStream out) throws IOException {
        out.println("Soaking for " + duration.toSeconds() + " s with seed " + seed + ".");
        Path folder = Files.createTempDirectory("soak");
        long begin = System.nanoTime();
        long reported = begin;
        long steps = 0;
        try (Soak soak = new Soak(seed, folder)) {
            while (System.nanoTime() - begin < duration.toNanos()) {
                try {
                    soak.step();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("Event " + steps + " with seed " + seed + " broke a rule.", e);
                }
                steps++;
                if (System.nanoTime() - reported > REPORT_EVERY.toNanos()) {
                    reported = System.nanoTime();
                    out.println(soak.summary());
                }
            }
            out.println("No rule was broken: " + soak.summary());
        }
    }
}
