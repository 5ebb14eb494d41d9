package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.ForwardProxy;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line behind a proxy that wants a user and a password. */
class ProxyIT {

    private final Simulator simulator = Simulator.start();
    private final ForwardProxy proxy = ForwardProxy.asking("pat", "proxy-secret");

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void prepare() throws Exception {
        simulator.addAccount("alice", "secret-of-alice", "a.example.com");
        program = new Program(folder)
                .jvmOption("-Dhttp.nonProxyHosts=")
                .jvmOption("-Djavax.net.ssl.trustStore=" + trustStore())
                .jvmOption("-Djavax.net.ssl.trustStorePassword=changeit");
        for (String scheme : new String[] {"http", "https"}) {
            program.jvmOption("-D" + scheme + ".proxyHost=127.0.0.1")
                    .jvmOption("-D" + scheme + ".proxyPort=" + proxy.port());
        }
    }

    private Path trustStore() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("simulator", simulator.certificateAuthority());
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, "changeit".toCharArray());
        }
        return file;
    }

    @AfterEach
    void stop() {
        proxy.close();
        simulator.close();
    }

    private void proxyUser(String scheme, String password) {
        program.jvmOption("-D" + scheme + ".proxyUser=pat").jvmOption("-D" + scheme + ".proxyPassword=" + password);
    }

    private Program.Finished update(URI endpoint, String source) throws Exception {
        return program.run(
                "update",
                "--username",
                "alice",
                "--endpoint",
                endpoint.toString(),
                "--source",
                source,
                "--agreement",
                "1",
                "--hostnames",
                "a.example.com",
                "--no-state");
    }

    @Test
    void theTunnelOfAnUpdateAndOfADetectionIsLetThrough() throws Exception {
        proxyUser("https", "proxy-secret");

        Program.Finished run =
                update(simulator.httpsEndpoint(), simulator.httpsEchoUri("one").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(proxy.requests()).extracting(ReceivedRequest::method).containsOnly("CONNECT");
        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("Proxy-Authorization")).isEmpty());
    }

    @Test
    void plainHttpIsLetThrough() throws Exception {
        proxyUser("http", "proxy-secret");

        Program.Finished run = update(simulator.httpEndpoint(), Simulator.PUBLIC_ADDRESS);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsToldOnceAndNeverShown() throws Exception {
        proxyUser("https", "another-secret");

        Program.Finished run = update(simulator.httpsEndpoint(), Simulator.PUBLIC_ADDRESS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("proxy");
        assertThat(run.out() + run.err()).doesNotContain("another-secret");
        assertThat(proxy.requests().stream().filter(request -> request.method().equals("CONNECT")))
                .hasSize(1);
    }

    @Test
    void aDetectionThatTheProxyRefusesSaysSo() throws Exception {
        proxyUser("https", "another-secret");

        Program.Finished run = program.run(
                "address",
                "--agreement",
                "1",
                "--source",
                simulator.httpsEchoUri("one").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the proxy asks for").contains("407");
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    void aServerThatIsAskedDirectlyDoesNotLearnThem() throws Exception {
        proxyUser("https", "proxy-secret");
        proxyUser("http", "proxy-secret");
        program.jvmOption("-Dhttp.nonProxyHosts=127.0.0.1|localhost");

        Program.Finished run =
                update(simulator.httpEndpoint(), simulator.httpsEchoUri("one").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(proxy.requests()).isEmpty();
        for (ReceivedRequest request : simulator.echoRequests()) {
            assertThat(request.header("Proxy-Authorization")).isEmpty();
        }
        assertThat(simulator.requests())
                .allSatisfy(request ->
                        assertThat(request.header("Proxy-Authorization")).isEmpty());
    }
}
