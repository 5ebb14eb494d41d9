package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command {@code update} refuses before anything is sent. */
class BadUsageTest {

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    static Stream<Arguments> badUsage() {
        return Stream.of(
                usage("an unknown option", "--bogus", "--hostnames a.example.com --bogus"),
                usage("an argument that means nothing", "\"a.example.com\" is unknown", "a.example.com"),
                usage("a password in an option", "\"--password\"", "--hostnames a.example.com --password secret"),
                usage("a flag twice", "'--force'", "--hostnames a.example.com --force --force"),
                usage("an option of a group twice", "'--timeout'", "--hostnames a.example.com --timeout 5 --timeout 6"),
                usage("a family that is not used", "ipv5", "--hostnames a.example.com --family ipv5"),
                usage("no hosts", "--hostnames", ""),
                usage("an empty list of hosts", "host name", "--hostnames ,"),
                usage("a bad host name", "bad!host.example.com", "--hostnames a.example.com,bad!host.example.com"),
                usage("a bad address", "300.1.1.1", "--hostnames a.example.com --address 300.1.1.1"),
                usage("a multicast address", "224.0.0.1", "--hostnames a.example.com --address 224.0.0.1"),
                usage("a user name with a colon", "al:ice", "--hostnames a.example.com --username al:ice"),
                usage("a bad timeout", "soon", "--hostnames a.example.com --timeout soon"),
                usage(
                        "a broken number",
                        "\"1.5\" is not taken. Give a whole",
                        "--hostnames a.example.com --timeout 1.5"),
                usage("a number too big", "whole number", "--hostnames a.example.com --verify=2147483648"),
                usage("a timeout of zero", "0", "--hostnames a.example.com --timeout 0"),
                usage("a time for the name servers of zero", "0 s", "--hostnames a.example.com --verify=0"),
                usage("a resolver that is a name", "dns.example", "--hostnames a.example.com --resolver dns.example"),
                usage("an unknown outcome", "sometimes", "--hostnames a.example.com --fail-on sometimes"),
                usage(
                        "plain HTTP elsewhere",
                        "--allow-http",
                        "--hostnames a.example.com --endpoint http://192.0.2.1/x"),
                usage("an endpoint that is no URL", "ftp://x", "--hostnames a.example.com --endpoint ftp://x"),
                usage("an unknown format", "xml", "--hostnames a.example.com --format xml"));
    }

    private static Arguments usage(String what, String named, String args) {
        return Arguments.of(what, named, args.isEmpty() ? new String[0] : args.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUsage")
    void badUsageIsOneClearLineAnd64AndSendsNothing(String what, String named, String[] args) throws Exception {
        List<String> all = new ArrayList<>(List.of("update"));
        List<String> given = List.of(args);
        if (!given.contains("--username")) {
            all.addAll(List.of("--username", "alice"));
        }
        if (!given.contains("--endpoint")) {
            all.addAll(List.of("--endpoint", simulator.httpEndpoint().toString()));
        }
        if (!given.contains("--address")) {
            all.addAll(List.of("--address", "203.0.113.7"));
        }
        all.addAll(given);
        all.add("--no-state");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = SecuritySpaceDns.run(
                new Surroundings(
                        print(out),
                        print(err),
                        false,
                        Map.of("SECURITYSPACE_PASSWORD", "secret")::get,
                        Clock.systemUTC()),
                all.toArray(String[]::new));

        String message = err.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(what + ": " + message).isEqualTo(64);
        assertThat(message).hasLineCount(1).contains(named).doesNotContain("secret");
        assertThat(out.size()).isZero();
        assertThat(simulator.requests()).isEmpty();
    }
}
