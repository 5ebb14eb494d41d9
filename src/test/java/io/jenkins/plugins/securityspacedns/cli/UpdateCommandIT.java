package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code update} of the packaged command line. */
class UpdateCommandIT {

    private static final String PASSWORD = "secret-of-alice";

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void prepare() {
        simulator.addAccount("alice", PASSWORD, "a.example.com", "b.example.com");
        program = new Program(folder);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Program.Finished update(String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of(
                "update",
                "--username",
                "alice",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "203.0.113.7"));
        args.addAll(List.of(more));
        return program.run(args.toArray(String[]::new));
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    @Test
    void writesOneJsonObjectWithTheHostsAsAskedFor() throws Exception {
        Program.Finished run = update("--hostnames", "B.example.com,a.example.com", "--format", "json");

        assertThat(run.out())
                .isEqualToIgnoringNewLines(
                        "{\"address\":\"203.0.113.7\",\"verdict\":\"SUCCESS\",\"hosts\":["
                                + "{\"hostname\":\"B.example.com\",\"outcome\":\"updated\","
                                + "\"message\":\"The server set the address to 203.0.113.7.\",\"verified\":null,\"verifiedAfter\":null},"
                                + "{\"hostname\":\"a.example.com\",\"outcome\":\"updated\","
                                + "\"message\":\"The server set the address to 203.0.113.7.\",\"verified\":null,\"verifiedAfter\":null}]}");
        assertThat(run.exitCode()).isZero();
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
    }

    @Test
    void waitsForTheNameServersAndSaysThatNoneServesTheAddress() throws Exception {
        try (NameServer resolver = new NameServer(".")) {
            Program.Finished run = update(
                    "--hostnames",
                    "a.example.com",
                    "--format",
                    "json",
                    "--verify=1",
                    "--resolver",
                    "127.0.0.1:" + resolver.address().getPort());

            assertThat(run.out())
                    .contains("\"outcome\":\"unpublished\"", "\"verified\":false,\"verifiedAfter\":null")
                    .contains("knows no name servers of com");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(resolver.questions()).isPositive();
        }
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
    }

    @Test
    void writesTextWithoutColoursWhereNobodyLooksAtATerminal() throws Exception {
        Program.Finished run = update("--hostnames", "a.example.com b.example.com");

        assertThat(run.out())
                .contains("a.example.com  updated")
                .endsWith("SUCCESS\n")
                .doesNotContain("\u001b");
        assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\r");
    }

    @Test
    void endsWith1ForAFailureAnd2ForUnstable() throws Exception {
        simulator.always(Fault.answer(200, "911"));
        assertThat(update("--no-state", "--hostnames", "a.example.com").exitCode())
                .isEqualTo(2);
        assertThat(update("--no-state", "--hostnames", "a.example.com", "--fail-on", "server-error")
                        .exitCode())
                .isEqualTo(1);
        simulator.always(Fault.answer(200, "badauth"));
        assertThat(update("--no-state", "--hostnames", "a.example.com").exitCode())
                .isEqualTo(1);
        assertThat(update("--no-state", "--hostnames", "a.example.com", "--fail-on", "")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void anAnswerOf200MebibytesIsUnconfirmedAndNoOutOfMemory() throws Exception {
        simulator.always(Fault.hugeWithoutLength(200L << 20));

        Program.Finished run = update("--hostnames", "a.example.com", "--format", "json");

        assertThat(run.out()).contains("\"outcome\":\"unconfirmed\"");
        assertThat(run.err()).doesNotContain("OutOfMemory");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() throws Exception {
        simulator.always(Fault.silence());

        Program.Finished run = update("--hostnames", "a.example.com", "--timeout", "1", "--format", "json");

        assertThat(run.out()).contains("\"outcome\":\"unreachable\"").contains("within 1 s");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void threeHundredLongHostNamesGoOutInTwoRequests() throws Exception {
        List<String> hosts = IntStream.range(0, 300)
                .mapToObj(i -> "a-rather-long-host-name-for-one-" + i + ".example.com")
                .toList();
        simulator.addAccount("many", PASSWORD, hosts.toArray(String[]::new));
        simulator.updateLimit(1000, Duration.ofMinutes(1));

        Program.Finished run = program.run(
                "update",
                "--username",
                "many",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "203.0.113.7",
                "--hostnames",
                String.join(",", hosts));

        assertThat(run.exitCode()).isZero();
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void anUnchangedAddressSendsNothingWhereStateIsKept() throws Exception {
        update("--hostnames", "a.example.com", "--state", state());

        Program.Finished again = update("--hostnames", "a.example.com", "--state", state(), "--format", "json");

        assertThat(again.out()).contains("\"outcome\":\"current\"");
        assertThat(again.exitCode()).isZero();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void afterBlockedNothingIsSentWhereStateIsKept() throws Exception {
        simulator.block("alice");
        assertThat(update("--hostnames", "a.example.com", "--state", state()).exitCode())
                .isEqualTo(1);
        simulator.unblock("alice");

        Program.Finished again =
                update("--hostnames", "a.example.com", "--state", state(), "--force", "--format", "json");

        assertThat(again.out()).contains("\"outcome\":\"deferred\"");
        assertThat(again.err()).contains(state());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void afterBadauthNothingIsSentUntilThePasswordChanges() throws Exception {
        program.password("wrong-password");
        update("--hostnames", "a.example.com", "--state", state());
        Program.Finished again = update("--hostnames", "a.example.com", "--state", state(), "--format", "json");
        assertThat(again.out()).contains("\"outcome\":\"deferred\"");
        assertThat(simulator.requests()).hasSize(1);

        program.password(PASSWORD);

        assertThat(update("--hostnames", "a.example.com", "--state", state()).exitCode())
                .isZero();
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void aKilledProgramLeavesAStateThatTheNextOneReads() throws Exception {
        update("--hostnames", "a.example.com", "--state", state());
        simulator.always(Fault.silence());
        simulator.clearRequests();
        Process killed = program.start(
                "update",
                "--username",
                "alice",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "203.0.113.8",
                "--hostnames",
                "a.example.com",
                "--state",
                state());
        simulator.awaitRequests(1, Duration.ofSeconds(30));
        killed.destroyForcibly().waitFor();
        simulator.heal();

        Program.Finished next = update("--hostnames", "a.example.com", "--state", state(), "--format", "json");

        // 203.0.113.8 may have arrived, so 203.0.113.7 is sent again although it was confirmed before.
        assertThat(next.out()).contains("\"outcome\":\"unchanged\"");
        assertThat(next.err()).doesNotContain("WARNING");
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void nothingIsSentIfTheStateFileIsDamaged() throws Exception {
        Files.writeString(folder.resolve("state"), "not a ledger");

        Program.Finished run = update("--hostnames", "a.example.com", "--state", state());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("is damaged: it does not say").contains("or delete it to begin anew");
        assertThat(simulator.requests()).isEmpty();
        assertThat(folder.resolve("state")).hasContent("not a ledger");
    }

    @Test
    void thePasswordIsNowhereToBeSeen() throws Exception {
        program.password("wrong-pässword");
        Program.Finished run = update("--hostnames", "a.example.com", "--state", state());

        String encoded = Base64.getEncoder().encodeToString("alice:wrong-pässword".getBytes(StandardCharsets.UTF_8));
        String everything = run.out() + run.err() + Files.readString(Path.of(state()));
        assertThat(everything).doesNotContain("wrong-p").doesNotContain(encoded);
    }

    @Test
    void aMissingPasswordIsBadUsage() throws Exception {
        program.password(null);

        Program.Finished run = update("--hostnames", "a.example.com");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("SECURITYSPACE_PASSWORD").hasLineCount(1);
        assertThat(simulator.requests()).isEmpty();
    }
}
