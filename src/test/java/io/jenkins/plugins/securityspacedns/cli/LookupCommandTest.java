package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code lookup} with a resolver that names name servers at addresses of the documentation (RFC 5737). */
class LookupCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private NameServer resolver;

    @BeforeEach
    void start() throws IOException {
        resolver = new NameServer(".")
                .with("example.com", "NS", "ns.example.com.")
                .with("ns.example.com", "A", "192.0.2.1");
    }

    @AfterEach
    void stop() throws IOException {
        resolver.close();
    }

    private int run(String... args) {
        return SecuritySpaceDns.run(
                new Surroundings(print(out), print(err), false, Map.<String, String>of()::get, Clock.systemUTC()),
                args);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String resolverOption() {
        return "--resolver=127.0.0.1:" + resolver.address().getPort();
    }

    @Test
    void aHostOfWhichNoNameServerAnswersIs2AndEachServerIsNamed() {
        int exitCode = run("lookup", "www.example.com", "--timeout", "1", resolverOption());

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("www.example.com", "ns.example.com (192.0.2.1)");
    }

    @Test
    void aHostWithoutNameServersIs2AndTheProblemIsInTheJson() {
        int exitCode = run("lookup", "www.example.org", "--format", "json", "--timeout", "5", resolverOption());

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("[{\"hostname\":\"www.example.org\",\"agree\":false")
                .contains("\"servers\":[]", "\"problem\":\"The resolver 127.0.0.1 knows no name servers of org");
    }

    @ParameterizedTest
    @CsvSource({
        "bad!host.example.com, --timeout=5, bad!host",
        "www.example.com, --timeout=0, 0 s",
        "www.example.com, --family=ipv5, ipv5",
        "www.example.com, --resolver=ns.example.com, ns.example.com",
        "www.example.com, --format=xml, xml"
    })
    void badUsageIsOneClearLineAnd64(String host, String option, String named) {
        assertThat(run("lookup", host, option)).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains(named);
        assertThat(out.size()).isZero();
    }
}
