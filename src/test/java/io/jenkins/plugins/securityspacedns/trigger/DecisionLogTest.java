package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of decisions as a file. */
class DecisionLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TriggerDecision UNCHANGED =
            new TriggerDecision(Reason.UNCHANGED, "Die Adresse von Büro ist dieselbe.");

    @TempDir
    private Path folder;

    private DecisionLog log;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log");
        log = new DecisionLog(file);
    }

    @Test
    void aLineSaysWhenWhatAndWhyAndIsReadBack() throws Exception {
        log.append(NOON, UNCHANGED, List.of());
        log.append(
                NOON.plusSeconds(60),
                new TriggerDecision(Reason.ADDRESS_CHANGED, "It moved."),
                List.of("says one, two"));

        assertThat(log.text())
                .isEqualTo("2026-03-01 12:00:00 UTC stay unchanged: Die Adresse von Büro ist dieselbe.\n"
                        + "2026-03-01 12:01:00 UTC start address-changed: It moved.\n  says one, two\n");
        LoggedDecision last = log.last().orElseThrow();
        assertThat(last.getTime()).isEqualTo("2026-03-01 12:01:00 UTC");
        assertThat(last.getDate()).isEqualTo(Date.from(NOON.plusSeconds(60)));
        assertThat(last.isStarted()).isTrue();
        assertThat(last.getReason()).isEqualTo("address-changed");
        assertThat(last.getMessage()).isEqualTo("It moved.");
    }

    @Test
    void theLatestDecisionComesFirstEachWithWhatLedToIt() throws Exception {
        log.append(NOON, UNCHANGED, List.of("first", "second"));
        log.append(NOON.plusSeconds(60), UNCHANGED, List.of("third"));

        assertThat(log.latestFirst())
                .extracting(LoggedDecision::getTime)
                .containsExactly("2026-03-01 12:01:00 UTC", "2026-03-01 12:00:00 UTC");
        assertThat(log.latestFirst())
                .extracting(LoggedDecision::getDetails)
                .containsExactly(List.of("third"), List.of("first", "second"));
    }

    @Test
    void whatSomebodyElseWroteDoesNotHideADecision() throws Exception {
        Files.writeString(file, "no decision\n");
        log.append(NOON, UNCHANGED, List.of());
        Files.writeString(file, "a note\n", StandardOpenOption.APPEND);

        assertThat(log.latestFirst()).hasSize(1);
        assertThat(log.latestFirst().get(0).getDetails()).containsExactly("a note");
    }

    @Test
    void aTimeThatSomebodyElseWroteIsNoDate() {
        assertThat(LoggedDecision.parse("2026-99-99 noon UTC stay unchanged: It is the same.")
                        .orElseThrow()
                        .getDate())
                .isNull();
    }

    @Test
    void withoutAFileThereIsNoDecision() throws Exception {
        assertThat(log.text()).isEmpty();
        assertThat(log.latestFirst()).isEmpty();
        assertThat(log.last()).isEmpty();
    }

    @Test
    void theOlderHalfGoesWhereTheFileGetsTooLong() throws Exception {
        for (int minute = 0; minute < 2_000; minute++) {
            log.append(NOON.plusSeconds(60L * minute), UNCHANGED, List.of("näher erklärt: " + minute));
            assertThat(Files.size(file)).isLessThan(64 * 1024 + 200);
        }

        List<String> lines = log.text().lines().toList();
        assertThat(lines.get(0)).matches("2026-.* stay unchanged: .*");
        assertThat(lines).last().isEqualTo("  näher erklärt: 1999");
        assertThat(Files.size(file)).isGreaterThan(31 * 1024);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void textFromOutsideCannotForgeALine() throws Exception {
        String forged = "x\n2026-03-01 13:00:00 UTC start address-changed: Ha.\u2028\u001b[2J";
        log.append(NOON, new TriggerDecision(Reason.NO_ADDRESS, forged), List.of(forged));

        assertThat(log.text().lines()).hasSize(2);
        assertThat(log.last().orElseThrow().getReason()).isEqualTo("no-address");
    }

    @Test
    void bytesThatAreNoUtf8DoNotHideTheRest() throws Exception {
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        log.append(NOON, UNCHANGED, List.of());

        assertThat(log.text()).contains("Büro");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).contains("Büro");
    }

    @Test
    void aFolderThatIsGoneIsNotMadeAgain() throws Exception {
        DecisionLog gone = new DecisionLog(folder.resolve("deleted-job").resolve("log"));
        gone.append(NOON, UNCHANGED, List.of());

        assertThat(folder).isEmptyDirectory();
    }
}
