package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ProxyConfiguration;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.ForwardProxy;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * HTTPS through the proxy of Jenkins. The client of this plugin trusts whom the JVM trusts, which it asks once: so this is
 * the only test in its class.
 */
@WithJenkins
class TunnelJenkinsTest {

    private static final String PROXY_USER = "proxy-user";
    private static final String PROXY_PASSWORD = "secret-of-the-proxy-4712";

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    @BeforeEach
    void trustTheSimulator(@TempDir Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("simulator", dns.simulator().certificateAuthority());
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    }

    @Test
    void aTunnelLeadsToAnHttpsEndpointAndHidesTheAccountFromTheProxy(JenkinsRule jenkins) throws Exception {
        dns.configure();
        SecuritySpaceDnsConfiguration.get()
                .setEndpoint(dns.simulator().httpsEndpoint().toString());
        try (ForwardProxy proxy = ForwardProxy.asking(PROXY_USER, PROXY_PASSWORD)) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), PROXY_USER, PROXY_PASSWORD, ""));

            Pipelines.build(
                    jenkins,
                    Result.SUCCESS,
                    "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7', force: true");

            assertThat(proxy.requests()).isNotEmpty().allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.header("Authorization")).isEmpty();
            });
            assertThat(dns.simulator().requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.tls()).isTrue());
        }
    }
}
