package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The global configuration: its form, its permissions, its test of the connection. */
@WithJenkins
class ConfigurationJenkinsTest {

    private static final List<String> WEB_METHODS = List.of(
            "testConnection?endpoint=http://127.0.0.1:1/&method=GET&credentialsId=x",
            "checkEndpoint?value=x",
            "checkSources?value=x&family=ipv4",
            "checkAgreement?value=1&sources=&family=ipv4",
            "checkKeepAliveDays?value=1",
            "checkConnectSeconds?value=1",
            "checkRequestSeconds?value=1",
            "checkDetectionSeconds?value=1",
            "fillCredentialsIdItems?credentialsId=&endpoint=",
            "fillMethodItems",
            "fillFamilyItems");

    @Test
    void theFormKeepsWhatWasConfigured(JenkinsRule jenkins) throws Exception {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint("https://dns.example.com/update");
        configuration.setMethod("POST");
        configuration.setSources("https://one.example.com/ip https://two.example.com/ip");
        configuration.setAgreement(1);
        configuration.setKeepAliveDays(0);
        configuration.setRequestSeconds(31);

        jenkins.configRoundtrip();

        assertThat(configuration.getEndpoint()).isEqualTo("https://dns.example.com/update");
        assertThat(configuration.getMethod()).isEqualTo("POST");
        assertThat(configuration.getSources()).isEqualTo("https://one.example.com/ip\nhttps://two.example.com/ip");
        assertThat(configuration.getAgreement()).isEqualTo(1);
        assertThat(configuration.getKeepAliveDays()).isZero();
        assertThat(configuration.getRequestSeconds()).isEqualTo(31);
    }

    @Test
    void theConnectionTestShowsTheRawAnswerAndChangesNoRecord(JenkinsRule jenkins) throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addAccount("alice", "pw", "a.example.com");
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "alice", null, "alice", "pw"));
            SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
            String endpoint = simulator.httpEndpoint().toString();

            FormValidation good = configuration.doTestConnection(endpoint, false, "GET", "alice");
            simulator.setPassword("alice", "other");
            FormValidation bad = configuration.doTestConnection(endpoint, false, "GET", "alice");

            assertThat(good.kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(good.getMessage()).contains("nohost");
            assertThat(bad.kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(bad.getMessage()).contains("badauth");
            assertThat(simulator.address("a.example.com")).isEmpty();
        }
    }

    @Test
    void nobodyButAdministratorsMayCallTheWebMethods(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().to("reader"));
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.login("reader");
        for (String method : WEB_METHODS) {
            URL url = new URL(
                    jenkins.getURL(),
                    "descriptorByName/" + SecuritySpaceDnsConfiguration.class.getName() + "/" + method);

            int posted = client.getPage(client.addCrumb(new WebRequest(url, HttpMethod.POST)))
                    .getWebResponse()
                    .getStatusCode();

            assertThat(posted).as(method).isEqualTo(403);
            assertThat(client.getPage(url).getWebResponse().getStatusCode())
                    .as("GET " + method)
                    .isEqualTo(404);
        }
    }
}
