package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged command line keeps between runs, and where. */
class StateIT {

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void prepare() {
        simulator.addAccount("alice", "secret-of-alice", "a.example.com");
        program = new Program(folder);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Path state() {
        return folder.resolve("state");
    }

    private String[] args(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "update",
                "--username",
                "alice",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "203.0.113.7",
                "--hostnames",
                "a.example.com",
                "--format",
                "json"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private Program.Finished update(String... more) throws Exception {
        return program.run(args(more));
    }

    @Test
    void isKeptInTheFolderOfTheUserByDefault() throws Exception {
        assertThat(update().exitCode()).isZero();

        assertThat(update().out()).contains("\"outcome\":\"current\"");
        assertThat(program.userFolder().resolve("securityspace-dns").resolve("state"))
                .isRegularFile();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has %LOCALAPPDATA% alone")
    void isKeptInTheHomeFolderIfNoOtherIsNamed() throws Exception {
        program.variable("XDG_STATE_HOME", "relative/counts/as/none").variable("HOME", folder.toString());

        update();

        Path made = folder.resolve(".local/state/securityspace-dns");
        assertThat(made.resolve("state")).isRegularFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void isNotKeptIfNobodyWantsIt() throws Exception {
        update("--no-state");

        assertThat(update("--no-state").out()).contains("\"outcome\":\"unchanged\"");
        assertThat(program.userFolder()).doesNotExist();
    }

    @Test
    void isEitherKeptOrNot() throws Exception {
        Program.Finished run = update("--no-state", "--state", state().toString());

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("--no-state");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes among files")
    void aNamedPipeIsRefusedAtOnce() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", state().toString()).start().waitFor())
                .isZero();

        Program.Finished run = update("--state", state().toString());

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("is a device, a pipe or a socket");
        assertThat(simulator.requests()).isEmpty();
        assertThat(folder.resolve("state.lock")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void ifTheTargetOfALinkIsDamagedNothingIsSentAndBothStay() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = Files.writeString(elsewhere.resolve("target"), "not a ledger");
        Files.createSymbolicLink(state(), target);

        Program.Finished run = update("--state", state().toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(simulator.requests()).isEmpty();
        assertThat(Files.isSymbolicLink(state())).isTrue();
        assertThat(target).hasContent("not a ledger");
    }

    /** Nobody can read this regular file from its begin, not even root. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ifItCannotBeReadNothingIsSent() throws Exception {
        for (String failOn : List.of("any", "")) {
            Program.Finished run = update("--state", "/proc/self/mem", "--force", "--fail-on", failOn);

            assertThat(run.exitCode()).isGreaterThanOrEqualTo(2);
            assertThat(run.out()).contains("\"outcome\":\"deferred\"").contains("cannot be read");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void ifItCannotBeWrittenTheUpdateIsDoneAndNoSuccess() throws Exception {
        Files.createDirectories(folder.resolve("state.new").resolve("in-the-way"));

        Program.Finished run = update("--state", state().toString());

        assertThat(run.exitCode()).isGreaterThanOrEqualTo(2);
        assertThat(run.out()).contains("\"verdict\":\"SUCCESS\"");
        assertThat(run.err()).contains("WARNING").contains("cannot be written");
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
    }

    @Test
    void ifItCannotBeWrittenAFailureIsNoLess() throws Exception {
        Files.createDirectories(folder.resolve("state.new").resolve("in-the-way"));
        simulator.always(Fault.answer(200, "badauth"));

        assertThat(update("--state", state().toString()).exitCode()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anotherRunIsWaitedForWithAWord() throws Exception {
        Process waiting;
        try (FileChannel other = lock()) {
            other.lock();
            waiting = program.start(args("--state", state().toString()));
            while (!program.read("err").contains("Another run uses the state file")) {
                assertThat(waiting.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(simulator.requests()).isEmpty();
        }

        Program.Finished run = program.end(waiting);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("waits up to 60 s");
    }

    @Test
    void anotherRunIsNotWaitedForForEver() throws Exception {
        try (FileChannel other = lock()) {
            other.lock();

            Program.Finished run = update("--state", state().toString(), "--timeout", "1");

            assertThat(run.exitCode()).isEqualTo(75);
            assertThat(run.err())
                    .contains("Another run has used the state file")
                    .contains("Nothing was sent");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    private FileChannel lock() throws Exception {
        return FileChannel.open(folder.resolve("state.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void twoNamesOfOneFileAreOneState() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), state());

        update("--state", link.toString());

        assertThat(Files.isRegularFile(state(), LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(folder.resolve("state.lock")).exists();
        assertThat(folder.resolve("link.lock")).doesNotExist();
        assertThat(update("--state", state().toString()).out()).contains("\"outcome\":\"current\"");
    }
}
