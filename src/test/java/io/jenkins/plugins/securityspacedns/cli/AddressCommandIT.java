package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code address} of the packaged command line, and what holds for the program as a whole. */
class AddressCommandIT {

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Program.Finished run(String... args) throws Exception {
        return new Program(folder).password(null).run(args);
    }

    private Program.Finished updateDetecting(String format, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of(
                "update",
                "--hostnames",
                "a.example.com",
                "--username",
                "alice",
                "--endpoint",
                simulator.httpEndpoint().toString(),
                "--format",
                format,
                "--source",
                source("one"),
                "--source",
                source("two")));
        args.addAll(List.of(more));
        return new Program(folder).password("pw").run(args.toArray(String[]::new));
    }

    private String source(String name) {
        return simulator.echoUri(name).toString();
    }

    @Test
    void anAddressOnWhichTwoSourcesAgreeIsEstablished() throws Exception {
        Program.Finished run = run("address", "--source", source("one"), "--source", source("two"), "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("{\"address\":\"" + Simulator.PUBLIC_ADDRESS + "\",\"answers\":[{\"source\":\"http://")
                .containsPattern(
                        "\"answer\":\"" + Simulator.PUBLIC_ADDRESS + "\",\"seconds\":[0-9.]+,\"proxied\":false")
                .contains("],\"reason\":\"\"}")
                .hasLineCount(1);
    }

    @Test
    void theAddressAloneIsOnStandardOutput() throws Exception {
        Program.Finished run = run("address", "--source", source("one"), "--agreement", "1");

        assertThat(run.out()).isEqualToIgnoringNewLines(Simulator.PUBLIC_ADDRESS);
        assertThat(run.err())
                .containsPattern("\\Q" + source("one") + "\\E +[0-9]\\.[0-9]{2} s  " + Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void sourcesThatDisagreeEstablishNothing() throws Exception {
        simulator.echo("one", "8.8.4.4");

        Program.Finished run = run("address", "--source", source("one"), "--source", source("two"), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("{\"address\":null,\"answers\":[{");
    }

    @Test
    void aPrivateAddressEstablishesNothing() throws Exception {
        simulator.echoAll("192.168.1.7");

        Program.Finished run = run("address", "--source", source("one"), "--source", source("two"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("192.168.1.7");
    }

    @Test
    void moreAgreementThanSourcesIsBadUsage() throws Exception {
        Program.Finished run = run("address", "--source", source("one"));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("2");
    }

    @Test
    void anUpdateDetectsTheAddressWhereNoneIsGiven() throws Exception {
        simulator.addAccount("alice", "pw", "a.example.com");

        Program.Finished run = updateDetecting("text");

        assertThat(run.exitCode()).isZero();
        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void anUpdateWithoutAnAddressSendsNothingAndFails() throws Exception {
        simulator.echoAll("10.0.0.1");

        Program.Finished run = updateDetecting("json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("{\"address\":null,\"verdict\":\"FAILURE\"")
                .contains("\"outcome\":\"no-address\"");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void anUpdateDetectsAnAddressOfTheFamilyAskedFor() throws Exception {
        simulator.addAccount("alice", "pw", "a.example.com");
        simulator.echoAll("2001:4860:4860::8888");

        Program.Finished run = updateDetecting("text", "--family", "ipv6");

        assertThat(run.exitCode()).isZero();
        assertThat(simulator.address("a.example.com")).hasValue("2001:4860:4860::8888");
    }

    @Test
    void helpAndVersionAreOnStandardOutput() throws Exception {
        assertThat(run("--version").out()).startsWith("securityspace-dns ");
        assertThat(run("--help").out()).contains("update").contains("address").contains("SECURITYSPACE_PASSWORD");
        assertThat(run("update", "--help").out())
                .contains("--hostnames")
                .contains("State between runs:", "--state", "--no-state")
                .contains("Exit codes:", "64", "74", "75")
                .contains("Examples:");
        assertThat(run("--help").exitCode()).isZero();
    }

    @Test
    void noCommandIsBadUsage() throws Exception {
        Program.Finished run = run();

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("--help");
    }
}
