package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator as it runs by hand. */
class SimulatorMainTest {

    private static final String QUERY = "hostname=a.example.com&myip=203.0.113.5";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        SimulatorOptions options = SimulatorOptions.parse(
                "--account", "user:p:w:a.example.com,b.example.com",
                "--badauth-status", "200",
                "--ca-file", directory.resolve("ca.pem").toString());
        simulator = SimulatorMain.start(options, new PrintStream(printed, true, UTF_8));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> command(String command) throws IOException, InterruptedException {
        return client.post(simulator.httpEndpoint().resolve("/control/" + command));
    }

    private String update() throws IOException, InterruptedException {
        return client.update("user", "p:w", QUERY).body();
    }

    @Test
    void itPrintsItsEndpointsAndWritesTheAuthority() throws Exception {
        assertThat(printed.toString(UTF_8))
                .contains(simulator.httpEndpoint().toString())
                .contains(simulator.httpsEndpoint().toString());
        assertThat(Certificates.decodeCertificatePem(Files.readString(directory.resolve("ca.pem"))))
                .isEqualTo(simulator.certificateAuthority());
    }

    @Test
    void itLogsEachRequestOnALineWithoutThePassword() throws Exception {
        update();
        assertThat(printed.toString(UTF_8))
                .contains(" http user:*** GET /dns/dynamic.html?" + QUERY + " [")
                .doesNotContain("p:w")
                .doesNotContain(Client.basic("user", "p:w").substring(6));
        assertThat(client.get(simulator.httpEndpoint().resolve("/control/requests"))
                        .body())
                .contains(" user:*** GET ")
                .hasLineCount(1);
        command("clear");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void hostsAreListed() throws Exception {
        update();
        assertThat(client.get(simulator.httpEndpoint().resolve("/control/hosts"))
                        .body())
                .isEqualTo("user a.example.com 203.0.113.5\nuser b.example.com -\n");
    }

    @Test
    void echoesAreSetByCommand() throws Exception {
        command("echo?body=8.8.8.8");
        command("echo?body=8.8.4.4&name=two");
        assertThat(client.get(simulator.echoUri("one")).body()).isEqualTo("8.8.8.8");
        assertThat(client.get(simulator.echoUri("two")).body()).isEqualTo("8.8.4.4");
    }

    @Test
    void faultsAreSetByNameAndCommandsAreFreeOfThem() throws Exception {
        assertThat(command("fault?always=911").body()).isEqualTo("ok\n");
        assertThat(command("fault?next=blocked,nohost").body()).isEqualTo("ok\n");
        assertThat(update()).isEqualTo("blocked\n");
        assertThat(update()).isEqualTo("nohost\n");
        assertThat(update()).isEqualTo("911\n");
        assertThat(command("fault?heal").body()).isEqualTo("ok\n");
        assertThat(update()).isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void aDelayIsNamedWithItsSeconds() throws Exception {
        command("fault?next=delay-0");
        assertThat(update()).isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void accountsAreBlockedAndUnblockedByCommand() throws Exception {
        command("block?user=user");
        assertThat(update()).isEqualTo("blocked\n");
        command("unblock?user=user");
        assertThat(update()).isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void anAccountIsAddedByCommand() throws Exception {
        command("account?user=new&password=secret&hosts=c.example.com,d.example.com");
        assertThat(client.update("new", "secret", "hostname=d.example.com&myip=203.0.113.6")
                        .body())
                .isEqualTo("good 203.0.113.6\n");
    }

    @Test
    void aPasswordIsSetByCommand() throws Exception {
        command("password?user=user&password=n%20ew");
        assertThat(update()).isEqualTo("badauth\n");
        assertThat(client.update("user", "n ew", QUERY).body()).isEqualTo("good 203.0.113.5\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fault?next=unknown", "fault", "block", "block?user=stranger", "account?user=new", "nonsense"})
    void aMistakenCommandIsRefused(String command) throws Exception {
        assertThat(command(command).statusCode()).isEqualTo(400);
    }

    @Test
    void everyNamedFaultIsFound() {
        assertThat(NamedFaults.names())
                .filteredOn(name -> !name.equals("delay-SECONDS"))
                .allMatch(name -> NamedFaults.find(name).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--http-port", "--http-port x", "--max-minutes -1"})
    void aMistakenOptionIsRefused(String line) {
        assertThatThrownBy(() -> SimulatorOptions.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SimulatorOptions.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "user:password", ":password:host"})
    void anIncompleteAccountIsRefused(String account) {
        assertThatThrownBy(() -> SimulatorOptions.parse("--account", account).addAccounts(simulator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--account needs");
    }

    @Test
    void withoutAccountsThereIsADemoAccount() throws Exception {
        SimulatorOptions.parse().addAccounts(simulator);
        assertThat(client.update("demo", "secret", "hostname=www.example.com").body())
                .isEqualTo("good 127.0.0.1\n");
    }
}
