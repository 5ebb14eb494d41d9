package io.jenkins.plugins.securityspacedns.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs to their end and says what they took. */
final class Programs {

    /** GNU time; it knows what a process took that has ended. */
    private static final Path TIME = Path.of("/usr/bin/time");

    private static final int PATIENCE_MINUTES = 20;

    private Programs() {}

    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Runs a program; its output goes to a file in its folder.
     *
     * @param folder its working directory
     * @param environment is added to that of this process
     * @param command the program and its arguments
     */
    static Effort run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path taken = folder.resolve("taken");
        List<String> timed = new ArrayList<>();
        if (Files.isExecutable(TIME)) {
            timed.addAll(List.of(TIME.toString(), "-q", "-f", "%M %U %S", "-o", taken.toString()));
        }
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command.get(0) + " did not end within " + PATIENCE_MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly();
        }
        long nanos = System.nanoTime() - begin;
        return Files.exists(taken) ? effort(nanos, Files.readString(taken)) : new Effort(nanos, -1, -1);
    }

    /** Of kibibytes and seconds, as GNU time writes them. */
    private static Effort effort(long nanos, String taken) {
        String[] numbers = taken.strip().split(" ");
        double seconds = Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]);
        return new Effort(nanos, Math.round(seconds * 1e9), 1024 * Long.parseLong(numbers[0]));
    }

    /** The first line that a program says of its version. */
    static String version(Path program, String option) {
        try {
            Process process = new ProcessBuilder(program.toString(), option)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches(".*[0-9]\\.[0-9].*"))
                    .findFirst()
                    .map(line -> line.replaceAll("^.*?([0-9]+\\.[0-9][0-9.]*).*$", "$1"))
                    .orElse("of unknown version");
        } catch (IOException e) {
            return "of unknown version";
        }
    }
}
