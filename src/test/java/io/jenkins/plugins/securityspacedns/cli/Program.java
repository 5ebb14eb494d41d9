package io.jenkins.plugins.securityspacedns.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line, run as users run it: a process of its own. */
final class Program {

    private final Path folder;
    private String password = "secret-of-alice";

    Program(Path folder) {
        this.folder = folder;
    }

    Program password(String other) {
        password = other;
        return this;
    }

    /** What a run left behind. */
    record Finished(int exitCode, String out, String err) {}

    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                System.getProperty("cli.jar")));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SECURITYSPACE_PASSWORD");
        if (password != null) {
            builder.environment().put("SECURITYSPACE_PASSWORD", password);
        }
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
        Process process = start(args);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + List.of(args));
        }
        return new Finished(process.exitValue(), read("out"), read("err"));
    }

    private String read(String name) throws IOException {
        return Files.readString(file(name).toPath(), StandardCharsets.UTF_8);
    }
}
