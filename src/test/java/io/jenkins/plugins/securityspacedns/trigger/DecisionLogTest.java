package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        log = new DecisionLog(new JobFile(file));
    }

    private void append(Instant at, TriggerDecision decision, String... details) {
        log.append(LoggedDecision.of(at, LookEvent.SCHEDULE, decision.and(List.of(details))));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    @Test
    void aDecisionIsReadBackAsItWasMade() throws Exception {
        append(NOON, UNCHANGED);
        append(NOON.plusSeconds(60), new TriggerDecision(Reason.ADDRESS_CHANGED, "It moved."), "says one", "says two");

        assertThat(lines()).hasSize(2);
        LoggedDecision last = log.last().orElseThrow();
        assertThat(last.getTime()).isEqualTo("2026-03-01 12:01:00 UTC");
        assertThat(last.getDate()).isEqualTo(Date.from(NOON.plusSeconds(60)));
        assertThat(last.started()).isTrue();
        assertThat(last.reason()).isEqualTo("address-changed");
        assertThat(last.message()).isEqualTo("It moved.");
        assertThat(last.details()).containsExactly("says one", "says two");
        LoggedDecision first = log.latestFirst().get(1);
        assertThat(first.started()).isFalse();
        assertThat(first.message()).isEqualTo(UNCHANGED.message());
        assertThat(first.details()).isEmpty();
    }

    @Test
    void theLatestDecisionComesFirstEachWithWhatLedToIt() throws Exception {
        append(NOON, UNCHANGED, "first", "second");
        append(NOON.plusSeconds(60), new TriggerDecision(Reason.UNCHANGED, "Confirmed again."), "third");

        assertThat(log.latestFirst())
                .extracting(LoggedDecision::getTime)
                .containsExactly("2026-03-01 12:01:00 UTC", "2026-03-01 12:00:00 UTC");
        assertThat(log.latestFirst())
                .extracting(LoggedDecision::details)
                .containsExactly(List.of("third"), List.of("first", "second"));
    }

    @Test
    void equalDecisionsInARowAreOneThatSaysHowMany() throws Exception {
        for (int minute = 0; minute < 40; minute++) {
            append(NOON.plusSeconds(60L * minute), UNCHANGED, "asked at " + minute);
        }

        assertThat(log.latestFirst()).singleElement().satisfies(decision -> {
            assertThat(decision.times()).isEqualTo(40);
            assertThat(decision.getSince()).isEqualTo(Date.from(NOON));
            assertThat(decision.getTime()).isEqualTo("2026-03-01 12:39:00 UTC");
            assertThat(decision.details()).containsExactly("asked at 39");
        });
        append(NOON, new TriggerDecision(Reason.UNCHANGED, "Confirmed again."));
        append(NOON, UNCHANGED);
        assertThat(log.latestFirst()).extracting(LoggedDecision::times).containsExactly(1, 1, 40);
    }

    @Test
    void eachStartIsALineOfItsOwnAndSoIsWhatAnotherEventLedTo() throws Exception {
        TriggerDecision start = new TriggerDecision(Reason.HOLD_OVER, "The hold is over.");
        append(NOON, start);
        append(NOON, start);
        append(NOON, UNCHANGED);
        log.append(LoggedDecision.of(NOON, LookEvent.AGENT_CONNECTED, UNCHANGED));

        assertThat(log.latestFirst())
                .extracting(LoggedDecision::event)
                .containsExactly("agent-connected", "schedule", "schedule", "schedule");
    }

    @Test
    void linesOfEarlierVersionsAndOthersAreSkipped() throws Exception {
        Files.writeString(
                file,
                "2026-03-01 12:00:00 UTC start address-changed: It moved.\n  says one, two\n"
                        + "noon\tstart\taddress-changed\tIt moved.\n"
                        + "2026-03-01T12:00:00Z\tstart\taddress-changed\tIt moved.\n"
                        + "2026-03-01T12:00:00Z\t2026-03-01T12:00:00Z\tx\tschedule\tstart\taddress-changed\tIt moved.\n"
                        + "2026-03-01T12:00:00Z\t2026-03-01T12:00:00Z\t1\tschedule\tperhaps\taddress-changed\tIt moved.\n"
                        + "2026-03-01T12:00:00Z\t2026-03-01T12:00:00Z\t1\tschedule\tstart\taddress-changed\n\n");
        append(NOON, UNCHANGED);
        Files.writeString(file, "a note\n", StandardOpenOption.APPEND);

        assertThat(log.latestFirst())
                .singleElement()
                .returns("unchanged", LoggedDecision::reason)
                .returns(List.of(), LoggedDecision::details);
    }

    @Test
    void withoutAFileThereIsNoDecision() throws Exception {
        assertThat(log.latestFirst()).isEmpty();
        assertThat(log.last()).isEmpty();
    }

    @Test
    void theOldestGoIfTheFileGetsTooLong() throws Exception {
        for (int minute = 0; minute < 2_000; minute++) {
            append(
                    NOON.plusSeconds(60L * minute),
                    new TriggerDecision(Reason.HELD, "Gleich " + minute + " Büro."),
                    "näher erklärt: " + minute);
            assertThat(Files.size(file)).isLessThan(64 * 1024 + 200);
        }

        assertThat(log.latestFirst()).hasSameSizeAs(lines());
        assertThat(log.last().orElseThrow().details()).containsExactly("näher erklärt: 1999");
        assertThat(Files.size(file)).isGreaterThan(63 * 1024);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void textFromOutsideCannotForgeADecisionOrADetail() throws Exception {
        String forged = "x\n2026-03-01T13:00:00Z\tstart\taddress-changed\tHa.\u2028\u001b[2J";
        append(NOON, new TriggerDecision(Reason.NO_ADDRESS, forged), forged);

        assertThat(log.latestFirst())
                .singleElement()
                .returns("no-address", LoggedDecision::reason)
                .satisfies(decision -> assertThat(decision.details()).hasSize(1));
    }

    @Test
    void bytesThatAreNoUtf8DoNotHideTheRest() throws Exception {
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        append(NOON, UNCHANGED);

        assertThat(log.last().orElseThrow().message()).contains("Büro");
    }

    @Test
    void aFolderThatIsGoneIsNotMadeAgain() throws Exception {
        log = new DecisionLog(new JobFile(folder.resolve("deleted-job").resolve("log")));
        append(NOON, UNCHANGED);

        assertThat(folder).isEmptyDirectory();
    }
}
