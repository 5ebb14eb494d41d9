package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ProxyConfiguration;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.ForwardProxy;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Requests through the proxy of Jenkins. */
@WithJenkins
class ProxyJenkinsTest {

    private static final String PROXY_USER = "proxy-user";
    private static final String PROXY_PASSWORD = "secret-of-the-proxy-4712";
    private static final String BASIC =
            Base64.getEncoder().encodeToString((PROXY_USER + ":" + PROXY_PASSWORD).getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
    }

    private void useProxy(ForwardProxy proxy, String user, String password, String noProxy) throws Exception {
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), user, password, noProxy));
    }

    private WorkflowRun update(Result result) throws Exception {
        return Pipelines.build(
                jenkins,
                result,
                "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7', force: true");
    }

    @Test
    void aRequestGoesThroughTheProxyUnlessItsHostIsExcepted() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.open()) {
            useProxy(proxy, null, null, "");
            update(Result.SUCCESS);

            assertThat(proxy.requests())
                    .singleElement()
                    .extracting(ReceivedRequest::target)
                    .asString()
                    .startsWith(dns.simulator().httpEndpoint() + "?hostname=a.example.com");

            useProxy(proxy, null, null, "example.org\n127.0.0.*");
            update(Result.SUCCESS);

            assertThat(proxy.requests()).hasSize(1);
            assertThat(dns.simulator().requests()).hasSize(2);
        }
    }

    @Test
    void theProxyIsToldItsUserAndPasswordAndTheServerIsNot() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.asking(PROXY_USER, PROXY_PASSWORD)) {
            useProxy(proxy, PROXY_USER, PROXY_PASSWORD, "");

            update(Result.SUCCESS);

            assertThat(dns.simulator().requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers())
                            .noneMatch(line -> line.contains(BASIC) || line.contains("Proxy-")));
            assertThat(dns.simulator().address("a.example.com")).hasValue("203.0.113.7");
        }
    }

    @Test
    void aProxyThatRefusesThePasswordIsNamedAndNoSecretShown() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.asking(PROXY_USER, "another")) {
            useProxy(proxy, PROXY_USER, PROXY_PASSWORD, "");
            WorkflowRun plain = update(Result.UNSTABLE);
            SecuritySpaceDnsConfiguration.get()
                    .setEndpoint(dns.simulator().httpsEndpoint().toString());
            WorkflowRun tunnel = update(Result.UNSTABLE);

            for (WorkflowRun run : new WorkflowRun[] {plain, tunnel}) {
                assertThat(JenkinsRule.getLog(run))
                        .contains("a.example.com unreachable")
                        .contains("proxy")
                        .doesNotContain(PROXY_PASSWORD)
                        .doesNotContain(BASIC)
                        .doesNotContain("\tat ");
            }
            assertThat(dns.simulator().requests()).isEmpty();
        }
    }

    @Test
    void anAgentIsToldTheProxyButNeitherItsUserNorItsPassword() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.asking(PROXY_USER, PROXY_PASSWORD)) {
            useProxy(proxy, PROXY_USER, PROXY_PASSWORD, "");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(JenkinsHttp.proxyForSources());
            }

            assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                    .contains("127.0.0.1")
                    .doesNotContain(PROXY_USER)
                    .doesNotContain(PROXY_PASSWORD)
                    .doesNotContain(BASIC);
        }
    }
}
