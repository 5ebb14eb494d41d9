package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ddclient, which SecuritySpace recommends, with protocol {@code dyndns2}: it puts all hosts into one request. */
final class Ddclient implements Contestant {

    private static final int LONGEST_LINE = 8_000;
    private static final String START = "GET /dns/dynamic.html?system=dyndns&hostname=";
    private static final String END = "&myip=" + Task.ADDRESS + " HTTP/1.1\r\n";

    private final boolean inParts;

    private Ddclient(boolean inParts) {
        this.inParts = inParts;
    }

    /** As people run it. */
    static Ddclient asItIs() {
        return new Ddclient(false);
    }

    /** As somebody would run it who has more hosts than a request line takes: once for each part of them. */
    static Ddclient splitByHand() {
        return new Ddclient(true);
    }

    @Override
    public String name() {
        return inParts ? "ddclient, split by hand" : "ddclient";
    }

    @Override
    public Optional<String> whyNot(Task task) {
        if (Programs.find("ddclient").isEmpty()) {
            return Optional.of("ddclient is not installed (on Debian: apt-get install ddclient)");
        }
        return inParts && parts(task.names()).size() == 1
                ? Optional.of("one request line takes all hosts")
                : Optional.empty();
    }

    private List<List<String>> parts(List<String> names) {
        if (!inParts) {
            return List.of(names);
        }
        List<List<String>> parts = new ArrayList<>();
        int length = LONGEST_LINE;
        for (String name : names) {
            if (length + 1 + name.length() > LONGEST_LINE) {
                parts.add(new ArrayList<>());
                length = START.length() + END.length() - 1;
            }
            parts.get(parts.size() - 1).add(name);
            length += 1 + name.length();
        }
        return parts;
    }

    @Override
    public Session prepare(Task task, URI endpoint, Path folder) throws IOException {
        String program = Programs.find("ddclient").orElseThrow().toString();
        List<Session> sessions = new ArrayList<>();
        for (List<String> part : parts(task.names())) {
            Path own = Files.createDirectory(folder.resolve("part" + sessions.size()));
            Path configuration = own.resolve("ddclient.conf");
            Files.write(
                    configuration,
                    List.of(
                            "ssl=no",
                            "use=ip",
                            "ip=" + Task.ADDRESS,
                            "protocol=dyndns2",
                            "server=127.0.0.1:" + endpoint.getPort(),
                            "script=" + endpoint.getPath(),
                            "login=" + Task.USERNAME,
                            "password=" + Task.PASSWORD,
                            String.join(",", part)));
            List<String> command = List.of(
                    program,
                    "-file",
                    configuration.toString(),
                    "-cache",
                    own.resolve("ddclient.cache").toString(),
                    "-daemon=0",
                    "-foreground",
                    "-nosyslog",
                    "-timeout=60");
            sessions.add(() -> Programs.run(own, Map.of(), command));
        }
        return () -> {
            Effort sum = new Effort(0, 0, -1);
            for (Session session : sessions) {
                sum = sum.then(session.run());
            }
            return sum;
        };
    }
}
