package io.jenkins.plugins.securityspacedns.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged command line, run as users run it: a process of its own. */
final class Program {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx128m"));
    private Optional<String> script = Optional.empty();
    private Optional<Path> launcher = Optional.empty();

    Program(Path folder) {
        this.folder = folder;
        password("secret-of-alice");
        // Its own folder, so that no run of a test meets the state of another or of whoever runs the tests.
        variable(
                File.separatorChar == '/' ? "XDG_STATE_HOME" : "LOCALAPPDATA",
                userFolder().toString());
    }

    /** Where the program keeps state by default. */
    Path userFolder() {
        return folder.resolve("user-state");
    }

    Program password(String password) {
        return variable("SECURITYSPACE_PASSWORD", password);
    }

    /** @param value of the environment variable, or null to leave it unset */
    Program variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Program jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /**
     * Starts the program from a script for {@code sh}, in which {@code "$@"} stands for the program and its arguments: for
     * what a JVM cannot hand to another, such as text in another character set.
     */
    Program script(String lines) {
        script = Optional.of(lines);
        return this;
    }

    /** Starts a file of the package in place of {@code java -jar}. */
    Program launcher(Path file) {
        launcher = Optional.of(file);
        return variable("JAVA_HOME", System.getProperty("java.home"));
    }

    /** What a run left behind. */
    record Finished(int exitCode, String out, String err) {}

    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        script.ifPresent(lines -> command.addAll(List.of("sh", "-c", lines, "sh")));
        if (launcher.isPresent()) {
            command.add(launcher.get().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-jar", System.getProperty("cli.jar")));
        }
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SECURITYSPACE_PASSWORD_FILE");
        environment.forEach((name, value) -> {
            builder.environment().remove(name);
            if (value != null) {
                builder.environment().put(name, value);
            }
        });
        return builder.redirectOutput(file("out"))
                .redirectError(file("err"))
                .redirectInput(ProcessBuilder.Redirect.from(new File(devNull())))
                .start();
    }

    private static String devNull() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    Finished run(String... args) throws IOException, InterruptedException {
        return end(start(args));
    }

    /** Waits until a process from {@link #start} ends. */
    Finished end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + process.info());
        }
        return new Finished(process.exitValue(), read("out"), read("err"));
    }

    /** What a process from {@link #start} has written so far to {@code out} or {@code err}. */
    String read(String name) throws IOException {
        return Files.readString(file(name).toPath(), StandardCharsets.UTF_8);
    }
}
