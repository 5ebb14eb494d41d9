package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The package of the command line, unpacked and started as users do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the package has another launcher there")
class LauncherIT {

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    private Path cache;
    private Program program;

    @BeforeEach
    void prepare() throws Exception {
        simulator.addAccount("alice", "secret of alice", "a.example.com", "b.example.com");
        cache = folder.resolve("cache");
        program = new Program(folder)
                .launcher(unpacked("unpacked"))
                .password("secret of alice")
                .variable("XDG_CACHE_HOME", cache.toString());
    }

    private Path unpacked(String name) throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve(name));
        Path zip = Path.of(System.getProperty("cli.jar")).resolveSibling("securityspace-dns-cli.zip");
        try (FileSystem content = FileSystems.newFileSystem(zip)) {
            copy(content.getPath("bin"), unpacked.resolve("bin"));
            copy(content.getPath("lib"), unpacked.resolve("lib"));
        }
        Path launcher = unpacked.resolve("bin").resolve("securityspace-dns");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Program.Finished update() throws Exception {
        return program.run(
                "update",
                "--username",
                "alice",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--address",
                "8.8.8.8",
                "--hostnames",
                "a.example.com b.example.com",
                "--format",
                "json");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("securityspace-dns"))) {
            return files.toList();
        }
    }

    @Test
    void theFirstUpdateMakesAnArchiveThatLaterRunsUse() throws Exception {
        Program.Finished first = update();
        List<Path> archives = archives();
        Program.Finished second = update();

        assertThat(archives).singleElement().asString().endsWith(".jsa");
        assertThat(archives()).isEqualTo(archives);
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).hasLineCount(1).startsWith("{\"address\"").contains("updated");
        assertThat(first.err()).hasLineCount(1);
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).hasLineCount(1).startsWith("{\"address\"").contains("current");
        program.variable("JAVA_OPTS", "-Xlog:class+load:file=" + folder.resolve("classes"));
        update();
        assertThat(folder.resolve("classes"))
                .content()
                .containsPattern("securityspacedns\\.cli\\.UpdateCommand source: shared objects file \\(top\\)");
    }

    @Test
    void whatFailsMakesNoArchiveAndKeepsItsExitCode() throws Exception {
        program.password("wrong");

        assertThat(update().exitCode()).isEqualTo(1);
        assertThat(archives()).isEmpty();
        assertThat(program.run("update").exitCode()).isEqualTo(64);
        assertThat(program.run("--help").exitCode()).isZero();
        assertThat(archives()).isEmpty();
    }

    @Test
    void anArchiveThatIsNoneDoesNoHarm() throws Exception {
        update();
        Files.writeString(archives().get(0), "not an archive");

        Program.Finished run = update();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasLineCount(1).contains("current");
    }

    @Test
    void itMayBeALinkToAFolderWithASpaceInItsName() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("dns"), folder.relativize(unpacked("un packed")));

        assertThat(program.launcher(link).run("--version").out()).startsWith("securityspace-dns ");
    }

    @Test
    void aFolderForTheArchiveThatCannotBeMadeDoesNoHarm() throws Exception {
        program.variable("XDG_CACHE_HOME", "/dev/null");

        Program.Finished run = update();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).hasLineCount(1);
    }
}
