package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was kept survives the end of the program at any moment. */
class LedgerCrashTest {

    private static final int KILLS = 12;
    private static final int MOST_LOOKS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void theFileIsWholeAfterTheProgramWasKilledAtAnyMoment() throws Exception {
        Path file = folder.resolve("ledger");
        int next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int said = killed(kill, file, next);

            AccountState state = ledger(file).state(SaveLoop.ACCOUNT);

            assertThat(state).as("the file is there").isNotEqualTo(AccountState.UNKNOWN);
            int number = SaveLoop.number(state);
            assertThat(number).as("what was saved before the kill").isGreaterThanOrEqualTo(said);
            assertThat(state).isEqualTo(SaveLoop.state(number));
            next = number + 1;
        }
        AccountState last = SaveLoop.state(next);
        ledger(file).change(SaveLoop.ACCOUNT, before -> last);
        assertThat(folder).as("nothing half written is left behind").isDirectoryNotContaining("glob:**.new");
    }

    private static Ledger ledger(Path file) {
        return new Ledger(LedgerPlace.file(file), () -> "service", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /**
     * Runs the program until it saved once, kills it in the midst of a later save, and gives the last number that it
     * said it had saved.
     */
    private static int killed(int kill, Path file, int first) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        SaveLoop.class.getName(),
                        file.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (BufferedReader lines = child.inputReader()) {
            while (last < first) {
                last = number(lines.readLine());
            }
            if (kill % 2 == 0) {
                // At some moment: it says the number over and over while it saves the next.
                for (int i = 0; i < 150 * kill; i++) {
                    last = number(lines.readLine());
                }
            } else {
                // While the new version is on its way, the shortest and the worst of moments.
                long size = LedgerText.format(Map.of(SaveLoop.ACCOUNT, SaveLoop.state(first)))
                        .length();
                for (int looks = 0; looks < MOST_LOOKS && isAlone(file, size); looks++) {
                    Thread.onSpinWait();
                }
            }
            // By its handle, because the process itself would close what it said before the end reached it.
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last one may be cut short, and then is a smaller number.
                last = Math.max(last, number(line));
            }
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        return last;
    }

    private static boolean isAlone(Path file, long size) {
        String[] names = file.getParent().toFile().list();
        return names != null && names.length == 1 && file.toFile().length() == size;
    }

    private static int number(String line) throws IOException {
        if (line == null) {
            throw new IOException("the program ended by itself");
        }
        return Integer.parseInt(line);
    }

    /** The program needs nothing but the classes of this project. */
    private static String classPath() throws URISyntaxException {
        return location(SaveLoop.class) + File.pathSeparator + location(Ledger.class);
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
