package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged command line makes of the output it is given, and of what it is told word for word. */
class OutputIT {

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

    private Program.Finished update(String username) throws Exception {
        return program.run(
                "update",
                "--username",
                username,
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "203.0.113.7",
                "--hostnames",
                "a.example.com",
                "--no-state");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void outputThatIsLostIsNoSuccess() throws Exception {
        program.script("exec \"$@\" > /dev/full");

        for (Program.Finished run : new Program.Finished[] {update("alice"), program.run("--help")}) {
            assertThat(run.exitCode()).isEqualTo(74);
            assertThat(run.err()).contains("could not be written");
        }
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
    }

    /** {@code script} runs the program on a terminal of its own. */
    private String onTerminal(String variables) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script of util-linux is not installed");
        program.script("command=\"$*\"; " + variables + " exec script -qec \"$command\" /dev/null");
        Program.Finished run = update("alice");
        assertThat(run.out()).contains("a.example.com").contains("SUCCESS");
        return run.out();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void escapesAreForTerminalsThatKnowThem() throws Exception {
        assertThat(onTerminal("TERM=xterm")).contains("\u001b");
        assertThat(onTerminal("TERM=dumb")).doesNotContain("\u001b");
        assertThat(onTerminal("TERM=xterm NO_COLOR=1")).doesNotContain("\u001b");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void standardErrorIsAFileForAllItCanTell() throws Exception {
        onTerminal("TERM=xterm");
        program.script("command=\"$* 2>" + folder + "/errors\"; TERM=xterm exec script -qec \"$command\" /dev/null");
        update("alice");

        assertThat(folder.resolve("errors")).content().contains("203.0.113.7").doesNotContain("\u001b");
    }

    @Test
    void aValueThatBeginsWithAnAtSignIsNoFile() throws Exception {
        String value = "@" + Files.writeString(folder.resolve("arguments"), "alice");

        Program.Finished run = update(value);

        assertThat(run.out()).contains("badauth");
        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.credentials())
                        .hasValueSatisfying(sent -> assertThat(sent.user()).isEqualTo(value)));
    }

    @Test
    void writesAScriptThatCompletesCommandsAndOptions() throws Exception {
        assertThat(program.run("generate-completion").out())
                .contains("--hostnames")
                .contains("securityspace-dns");
    }
}
