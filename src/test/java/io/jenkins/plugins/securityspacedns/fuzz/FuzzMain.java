package io.jenkins.plugins.securityspacedns.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fuzzes every target with Jazzer, and keeps the inputs that reach something of their own. */
public final class FuzzMain {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final int LONGEST_INPUT = 2_000;

    private FuzzMain() {}

    /**
     * Ends with an error at the first finding; Jazzer then says what it is.
     *
     * @param args seconds for each target; a folder to work in; the folder in which inputs are kept; the name of a
     *     target, or {@code all}
     * @throws IOException where a file cannot be read or written
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        for (Target target : Target.values()) {
            if (args[3].equals("all") || target.type.getSimpleName().equals(args[3])) {
                fuzz(target, args[0], Path.of(args[1], target.type.getSimpleName()), Path.of(args[2]));
            }
        }
    }

    private static void fuzz(Target target, String seconds, Path work, Path keep)
            throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(work.resolve("seeds"));
        Path found = Files.createDirectories(work.resolve("found"));
        List<byte[]> kept = target.kept();
        for (int i = 0; i < kept.size(); i++) {
            Files.write(seeds.resolve(Integer.toString(i)), kept.get(i));
        }
        System.out.println(target.type.getSimpleName() + ": " + seconds + " s, with " + kept.size() + " inputs kept");
        jazzer(target, work, "-max_total_time=" + seconds, found.toString(), seeds.toString());
        Path merged = Files.createDirectories(work.resolve("merged"));
        jazzer(target, work, "-merge=1", merged.toString(), seeds.toString(), found.toString());
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(merged)) {
            for (Path file : files.toList()) {
                lines.add(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        lines.sort(Comparator.comparing(String::length).thenComparing(line -> line));
        Files.writeString(keep.resolve(target.corpus()), String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
        System.out.println(target.type.getSimpleName() + ": no finding; " + lines.size() + " inputs are kept");
    }

    private static void jazzer(Target target, Path work, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=io.jenkins.plugins.securityspacedns.**",
                "--custom_hook_includes=io.jenkins.plugins.securityspacedns.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work + "/",
                "-max_len=" + LONGEST_INPUT,
                "-timeout=10",
                "-rss_limit_mb=0",
                "-print_final_stats=1"));
        command.addAll(Arrays.asList(arguments));
        Path log = work.resolve("log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            System.out.println(Files.readString(log, StandardCharsets.ISO_8859_1));
            throw new IllegalStateException(target.type.getSimpleName() + ": a finding; Jazzer left it in " + work);
        }
    }
}
