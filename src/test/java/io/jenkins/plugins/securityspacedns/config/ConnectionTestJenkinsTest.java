package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import org.htmlunit.html.HtmlElementUtil;
import org.htmlunit.html.HtmlFormUtil;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The button that tests the connection. */
@WithJenkins
class ConnectionTestJenkinsTest {

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
    }

    private FormValidation test(String method) throws InterruptedException {
        return SecuritySpaceDnsConfiguration.get()
                .doTestConnection(dns.simulator().httpEndpoint().toString(), false, method, SimulatedDns.ALICE);
    }

    @Test
    void theButtonShowsTheAnswerOnThePage() throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        HtmlPage page = client.goTo("manage/configure");

        client.waitForBackgroundJavaScript(60_000); // fills the lists
        HtmlElementUtil.click(HtmlFormUtil.getButtonByCaption(page.getFormByName("config"), "Test connection"));
        client.waitForBackgroundJavaScript(60_000);

        assertThat(page.asNormalizedText()).contains("SecuritySpace accepts alice. Nothing was changed.");
    }

    @Test
    void theRequestNamesNoHostByEitherMethodAndChangesNoRecord() throws Exception {
        assertThat(test("GET").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(test("POST").kind).isEqualTo(FormValidation.Kind.OK);

        assertThat(dns.simulator().requests())
                .extracting(ReceivedRequest::method)
                .containsExactly("GET", "POST");
        assertThat(dns.simulator().requests()).allSatisfy(request -> {
            assertThat(request.target()).isEqualTo("/dns/dynamic.html");
            assertThat(request.body()).isEmpty();
        });
        assertThat(dns.simulator().address("a.example.com")).isEmpty();
    }

    @Test
    void theServersOwnWordsAreShownAndMarkupInThemIsText() throws Exception {
        dns.simulator().next(Fault.answer(503, "<b>down</b> for maintenance"));
        FormValidation down = test("GET");
        dns.simulator().setPassword(SimulatedDns.ALICE, "another");
        FormValidation refused = test("GET");

        assertThat(refused.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(refused.renderHtml()).contains("HTTP status 401: badauth");
        assertThat(down.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(down.renderHtml()).contains("HTTP status 503: &lt;b&gt;down&lt;/b&gt; for maintenance");
    }

    @Test
    void aStoppedAccountIsNotTested() throws Exception {
        dns.simulator().block(SimulatedDns.ALICE);
        Pipelines.build(
                jenkins, Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7'");
        dns.simulator().clearRequests();

        FormValidation answer = test("GET");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.getMessage())
                .startsWith("Not sent:")
                .contains("blocked")
                .contains("<a href=\"securityspace-dns/\">");
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void whatIsNotTheUpdateServiceIsCalledSo() throws Exception {
        dns.simulator().next(Fault.answer(404, "<h1>Not Found</h1>"));

        assertThat(test("GET").renderHtml())
                .contains("This is not the update service. Check the endpoint.")
                .contains("HTTP status 404: &lt;h1&gt;Not Found");
    }

    @Test
    void credentialsThatJobsCannotUseAreNotTested() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.SYSTEM, "only-system", null, SimulatedDns.ALICE, SimulatedDns.PASSWORD));

        FormValidation answer = SecuritySpaceDnsConfiguration.get()
                .doTestConnection(dns.simulator().httpEndpoint().toString(), false, "GET", "only-system");

        assertThat(answer.getMessage())
                .isEqualTo(
                        "Jobs cannot use the credentials &quot;only-system&quot;, because they have the scope System."
                                + " Choose others, or give them the scope Global.");
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void credentialsThatCannotBeReadAreToldWithoutTheirSecret() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(new SealedVault());

        FormValidation answer = SecuritySpaceDnsConfiguration.get()
                .doTestConnection(dns.simulator().httpEndpoint().toString(), false, "GET", "vault");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.renderHtml())
                .contains("cannot be read at the moment (IllegalStateException). Check where they are kept")
                .doesNotContain("s3cret");
    }

    /** Credentials whose password lies where nobody gets at it now. */
    private static final class SealedVault extends UsernamePasswordCredentialsImpl {

        private static final long serialVersionUID = 1L;

        SealedVault() throws Exception {
            super(CredentialsScope.GLOBAL, "vault", null, SimulatedDns.ALICE, null);
        }

        @Override
        public Secret getPassword() {
            throw new IllegalStateException("vault is sealed, token s3cret");
        }
    }

    @Test
    void aServerThatCannotBeReachedIsToldInASentence() throws Exception {
        dns.simulator().close();

        FormValidation answer = test("GET");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.renderHtml()).contains("127.0.0.1").doesNotContain("Exception");
    }
}
