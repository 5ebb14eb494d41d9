package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packaged command line of this project: a JVM that starts, updates and ends. */
final class CommandLine implements Contestant {

    /** An argument has at most 128 KiB on Linux. */
    private static final int HOSTS_PER_ARGUMENT = 1_000;

    private final Path jar;

    CommandLine(Path jar) {
        this.jar = jar.toAbsolutePath();
    }

    @Override
    public String name() {
        return "our command line";
    }

    @Override
    public Optional<String> whyNot(Task task) {
        return Files.exists(jar) ? Optional.empty() : Optional.of(jar + " is not built");
    }

    @Override
    public Session prepare(Task task, URI endpoint, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Programs.java().toString(),
                "-jar",
                jar.toString(),
                "update",
                "--username",
                Task.USERNAME,
                "--address",
                Task.ADDRESS,
                "--endpoint",
                endpoint.toString(),
                "--state",
                folder.resolve("state").toString(),
                "--format",
                "json"));
        List<String> names = task.names();
        for (int from = 0; from < names.size(); from += HOSTS_PER_ARGUMENT) {
            command.add("--hostnames");
            command.add(String.join(",", names.subList(from, Math.min(names.size(), from + HOSTS_PER_ARGUMENT))));
        }
        return () -> Programs.run(folder, Map.of("SECURITYSPACE_PASSWORD", Task.PASSWORD), command);
    }
}
