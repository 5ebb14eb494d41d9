package io.jenkins.plugins.securityspacedns.lookup;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Real name servers on loopback: nsd twice for example.com, nsd for a zone below it, and unbound, which finds them. */
final class NameServerLab implements AutoCloseable {

    static final String FIRST = "127.0.0.31";
    static final String SECOND = "127.0.0.32";
    private static final String BELOW = "127.0.0.33";
    private static final String RESOLVER = "127.0.0.30";

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private final Process first;
    private final Process second;

    private NameServerLab(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        String common = "@ SOA ns1 hostmaster 1 3600 600 86400 60\n";
        String apex = common + "@ NS ns1\n@ NS ns2\nns1 A " + FIRST + "\nns2 A " + SECOND
                + "\nagree A 198.51.100.7\nagree AAAA 2001:db8::7\n*.wild A 198.51.100.7\nalias CNAME agree\n"
                + "sub NS ns.sub\nns.sub A " + BELOW + "\n";
        first = nsd("first", FIRST, "example.com", apex + "differ A 198.51.100.7\ngone A 198.51.100.7\n");
        second = nsd("second", SECOND, "example.com", apex + "differ A 198.51.100.8\n");
        nsd("below", BELOW, "sub.example.com", common + "@ NS ns\nns A " + BELOW + "\nhost A 198.51.100.7\n");
        unbound();
    }

    /** Starts the servers, or skips the test and says what is missing. */
    static NameServerLab start(Path folder) throws IOException {
        for (String program : List.of("nsd", "unbound")) {
            boolean installed = Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin")
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!installed) {
                skip(program + " is not installed.");
            }
        }
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("user.name").equals("root")) {
            skip("They are started by root on Linux only.");
        }
        return new NameServerLab(folder);
    }

    private static void skip(String why) {
        System.out.println("No real name servers are asked: " + why);
        abort(why);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(FIRST))) {
            return socket.getLocalPort();
        }
    }

    private Process nsd(String name, String address, String zone, String records) throws IOException {
        Files.writeString(folder.resolve(name + ".zone"), "$ORIGIN " + zone + ".\n$TTL 300\n" + records);
        Path settings = Files.writeString(folder.resolve(name + ".conf"), """
                server:
                  ip-address: %s@%d
                  username: ""
                  zonesdir: "%s"
                  database: ""
                  pidfile: "%s/%s.pid"
                  xfrdfile: "%s/%s.xfrd"
                  zonelistfile: "%s/%s.list"
                remote-control:
                  control-enable: no
                zone:
                  name: %s
                  zonefile: %s.zone
                """.formatted(
                        address, port, folder, folder, name, folder, name, folder, name, zone, name));
        return run(name, "nsd", "-d", "-c", settings.toString());
    }

    private void unbound() throws IOException {
        StringBuilder settings = new StringBuilder("""
                server:
                  interface: %s@%d
                  access-control: 127.0.0.0/8 allow
                  username: ""
                  chroot: ""
                  directory: "%s"
                  pidfile: "%s/unbound.pid"
                  use-syslog: no
                  do-not-query-localhost: no
                  module-config: "iterator"
                remote-control:
                  control-enable: no
                """.formatted(RESOLVER, port, folder, folder));
        for (String[] stub :
                new String[][] {{"example.com", FIRST}, {"example.com", SECOND}, {"sub.example.com", BELOW}}) {
            if (!settings.toString().contains("name: " + stub[0] + "\n")) {
                settings.append("stub-zone:\n  name: ").append(stub[0]).append('\n');
            }
            settings.append("  stub-addr: ")
                    .append(stub[1])
                    .append('@')
                    .append(port)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("unbound.conf"), settings);
        run("unbound", "unbound", "-d", "-c", file.toString());
    }

    private Process run(String name, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    NameServers nameServers() {
        return new NameServers(
                () -> List.of(new InetSocketAddress(RESOLVER, port)), address -> new InetSocketAddress(address, port));
    }

    /** Lets the first server, or both, fall silent; {@link #goOn} ends that. */
    void silence(boolean both) throws IOException, InterruptedException {
        signal("STOP", first);
        if (both) {
            signal("STOP", second);
        }
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT", first);
        signal("CONT", second);
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(process.pid())));
        process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        goOn();
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
