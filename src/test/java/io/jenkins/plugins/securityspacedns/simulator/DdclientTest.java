package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SecuritySpace names ddclient as a client that works with its service. So it must work with the simulator as well: a proof
 * by somebody else's code that the simulator is faithful.
 */
class DdclientTest {

    private static final String FIRST = "203.0.113.5";
    private static final String SECOND = "203.0.113.6";

    @TempDir
    private Path directory;

    private final Simulator simulator = Simulator.start();

    @BeforeEach
    void addAccount() {
        simulator.addAccount("user", "pass", "a.example.com", "b.example.com", "c.example.com");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void severalHostsAreUpdatedInOneRequest() throws Exception {
        String output = ddclient("pass", FIRST, "a.example.com,b.example.com");
        assertThat(output)
                .containsPattern("SUCCESS: +updating a\\.example\\.com: good: IP address set to 203\\.0\\.113\\.5")
                .containsPattern("SUCCESS: +updating b\\.example\\.com: good: IP address set to 203\\.0\\.113\\.5");
        assertThat(simulator.address("a.example.com")).contains(FIRST);
        assertThat(simulator.address("b.example.com")).contains(FIRST);
        assertThat(simulator.address("c.example.com")).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.requests().get(0).target())
                .isEqualTo("/dns/dynamic.html?system=dyndns&hostname=a.example.com,b.example.com&myip=" + FIRST);
    }

    @Test
    void anotherAddressIsGoodAgain() throws Exception {
        ddclient("pass", FIRST, "a.example.com,b.example.com");
        assertThat(ddclient("pass", SECOND, "a.example.com,b.example.com"))
                .containsPattern("SUCCESS: +updating a\\.example\\.com: good: IP address set to 203\\.0\\.113\\.6")
                .containsPattern("SUCCESS: +updating b\\.example\\.com: good: IP address set to 203\\.0\\.113\\.6");
        assertThat(simulator.address("a.example.com")).contains(SECOND);
        assertThat(simulator.address("b.example.com")).contains(SECOND);
    }

    @Test
    void anUnchangedAddressIsUnderstoodAsNochg() throws Exception {
        ddclient("pass", FIRST, "a.example.com");
        assertThat(ddclient("pass", FIRST, "a.example.com,b.example.com"))
                .containsPattern("WARNING: +updating a\\.example\\.com: nochg: No update required")
                .containsPattern("SUCCESS: +updating b\\.example\\.com: good: ")
                .doesNotContain("FAILED:");
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void aForeignHostIsUnderstoodAsNohost() throws Exception {
        assertThat(ddclient("pass", FIRST, "stranger.example.com"))
                .containsPattern("FAILED: +updating stranger\\.example\\.com: nohost: ");
    }

    @Test
    void aWrongPasswordIsUnderstoodAsBadauth() throws Exception {
        simulator.badauthStatus(200);
        assertThat(ddclient("wrong", FIRST, "a.example.com"))
                .containsPattern("FAILED: +updating a\\.example\\.com: badauth: Bad authorization");
        assertThat(simulator.address("a.example.com")).isEmpty();
    }

    @Test
    void aWrongPasswordIsUnderstoodByItsStatusToo() throws Exception {
        assertThat(ddclient("wrong", FIRST, "a.example.com"))
                .containsPattern("FAILED: +updating a\\.example\\.com: authorization failed \\(HTTP/1\\.1 401")
                .contains("badauth");
        assertThat(simulator.address("a.example.com")).isEmpty();
    }

    /** One run to the end, with nothing of the machine's own configuration. */
    private String ddclient(String password, String address, String hosts) throws IOException, InterruptedException {
        Path config = directory.resolve("ddclient.conf");
        Path output = directory.resolve("output.txt");
        Files.write(
                config,
                List.of(
                        "ssl=no",
                        "use=ip",
                        "ip=" + address,
                        "protocol=dyndns2",
                        "server=127.0.0.1:" + simulator.httpEndpoint().getPort(),
                        "script=/dns/dynamic.html",
                        "login=user",
                        "password=" + password,
                        hosts));
        ProcessBuilder builder = new ProcessBuilder(
                        executable().toString(),
                        "-file",
                        config.toString(),
                        "-cache",
                        directory.resolve("ddclient.cache").toString(),
                        "-daemon=0",
                        "-foreground",
                        "-verbose",
                        "-noquiet",
                        "-nosyslog",
                        "-timeout=20",
                        "-force")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static Path executable() {
        Optional<Path> found = Stream.concat(
                        Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "ddclient"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "ddclient is not installed: on Debian, apt-get install ddclient");
        return found.get();
    }
}
