package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** inadyn with a provider of the user's own: it sends a request, over a connection of its own, for every host. */
final class Inadyn implements Contestant {

    @Override
    public String name() {
        return "inadyn";
    }

    @Override
    public Optional<String> whyNot(Task task) {
        return Programs.find("inadyn").isPresent()
                ? Optional.empty()
                : Optional.of("inadyn is not installed (on Debian: apt-get install inadyn)");
    }

    @Override
    public Session prepare(Task task, URI endpoint, Path folder) throws IOException {
        Path configuration = folder.resolve("inadyn.conf");
        String names = task.names().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        Files.writeString(configuration, """
                custom bench {
                    ssl = false
                    checkip-command = "/bin/echo %s"
                    username = %s
                    password = %s
                    ddns-server = "127.0.0.1:%d"
                    ddns-path = "%s?hostname=%%h&myip=%%i"
                    ddns-response = { "good", "nochg" }
                    hostname = { %s }
                }
                """.formatted(
                        Task.ADDRESS, Task.USERNAME, Task.PASSWORD, endpoint.getPort(), endpoint.getPath(), names));
        Path cache = Files.createDirectory(folder.resolve("cache"));
        List<String> command = List.of(
                Programs.find("inadyn").orElseThrow().toString(),
                "--once",
                "--foreground",
                "--no-pidfile",
                "--loglevel=err",
                "--cache-dir=" + cache,
                "--config=" + configuration);
        return () -> Programs.run(folder, Map.of(), command);
    }
}
