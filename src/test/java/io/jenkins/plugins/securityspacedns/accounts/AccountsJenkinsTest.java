package io.jenkins.plugins.securityspacedns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.AccountsOnJenkins;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What administrators see and do of accounts. */
@WithJenkins
class AccountsJenkinsTest extends AccountsOnJenkins {

    @Test
    void thePageOfAFreshJenkinsSaysWhatToDoFirst() throws Exception {
        String text = client("admin").goTo(PAGE).asNormalizedText();

        assertThat(text).contains("No account has been used yet").contains("securitySpaceDnsUpdate");
    }

    @Test
    void thePageShowsWhatIsKnownOfAnAccount() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        build(Result.FAILURE, "stranger.example.com", "office", false);

        String text = client("admin").goTo(PAGE).asNormalizedText();

        assertThat(text)
                .contains(
                        "alice", "office", "a.example.com", "203.0.113.7", "updated", "stranger.example.com", "nohost")
                .doesNotContain("Resume");
    }

    @Test
    void theRemoteApiSaysTheSame() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);

        JSONObject account = api("admin").getJSONArray("accounts").getJSONObject(0);

        assertThat(account.getString("username")).isEqualTo("alice");
        assertThat(account.getJSONArray("credentials").getJSONObject(0).getString("id"))
                .isEqualTo("office");
        JSONObject host = account.getJSONArray("hosts").getJSONObject(0);
        assertThat(host.getString("hostname")).isEqualTo("a.example.com");
        assertThat(host.getString("address")).isEqualTo("203.0.113.7");
        assertThat(host.getString("lastOutcome")).isEqualTo("updated");
        assertThat(Instant.ofEpochMilli(host.getLong("confirmed")))
                .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
    }

    @Test
    void aBlockStopsEveryWayToTheServerUntilSomebodyResumesTheAccount() throws Exception {
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "again", null, "alice", "pw-a"));
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "typo", null, "alice", "other"));
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        simulator.unblock("alice");
        simulator.clearRequests();

        build(Result.FAILURE, "a.example.com", "office", false);
        build(Result.FAILURE, "a.example.com", "office", true);
        build(Result.FAILURE, "b.example.com", "again", true);
        build(Result.FAILURE, "b.example.com", "typo", true);
        WorkflowJob inFolder = jenkins.createFolder("folder-of-a-block").createProject(WorkflowJob.class, "pipeline");
        inFolder.setDefinition(new CpsFlowDefinition(
                "securitySpaceDnsUpdate hostnames: 'b.example.com', address: '203.0.113.8', credentialsId: 'again',"
                        + " force: true",
                true));
        jenkins.buildAndAssertStatus(Result.FAILURE, inFolder);
        FormValidation tested = testConnection();

        assertThat(tested.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(simulator.requests()).isEmpty();

        assertThat(post("admin", resume("alice"))).isEqualTo(200);
        build(Result.SUCCESS, "a.example.com", "office", false);
        assertThat(simulator.requests()).hasSize(1);
    }

    private FormValidation testConnection() throws Exception {
        try (ACLContext admin = ACL.as2(ACL.SYSTEM2)) {
            return SecuritySpaceDnsConfiguration.get()
                    .doTestConnection(simulator.httpEndpoint().toString(), false, "GET", "office");
        }
    }

    @Test
    void aBlockThatTheTestOfTheConnectionMeetsStopsTheAccount() throws Exception {
        simulator.block("alice");
        testConnection();
        assertThat(simulator.requests()).hasSize(1);

        build(Result.FAILURE, "a.example.com", "office", false);
        testConnection();

        assertThat(simulator.requests()).hasSize(1);
        assertThat(state("alice").latch()).isPresent();
    }

    @Test
    void whoResumedAnAccountIsInTheSystemLog() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        LogRecorder log = new LogRecorder().record(Changes.class, Level.INFO).capture(10);

        post("admin", resume("alice"));

        assertThat(log.getMessages()).contains("SecuritySpace DNS: admin resumed the account alice.");
    }

    @Test
    void resumeLiftsNoOtherStopThanTheOneThatWasSeen() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        assertThat(post("admin", "resume?account=" + key("alice") + "&latch=2026-01-01T00:00:00Z"))
                .isEqualTo(400);
        assertThat(post("admin", "resume?account=" + key("alice") + "&latch=yesterday"))
                .isEqualTo(400);
        assertThat(post("admin", "resume?account=0000&latch=2026-01-01T00:00:00Z"))
                .isEqualTo(400);

        assertThat(state("alice").latch()).isPresent();
    }

    @Test
    void aNewPasswordEndsTheStopAfterARefusalByItself() throws Exception {
        simulator.setPassword("alice", "new");
        build(Result.FAILURE, "a.example.com", "office", false);
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("refused the user name and password");
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "office", null, "alice", "new"));

        build(Result.SUCCESS, "a.example.com", "office", false);

        assertThat(state("alice").latch()).isEmpty();
    }

    @Test
    void anAdministratorMayResumeAfterARefusalToo() throws Exception {
        simulator.setPassword("alice", "new");
        build(Result.FAILURE, "a.example.com", "office", false);
        simulator.setPassword("alice", "pw-a");

        assertThat(post("admin", resume("alice"))).isEqualTo(200);

        build(Result.SUCCESS, "a.example.com", "office", false);
    }

    @Test
    void aHostAndAnAccountCanBeForgotten() throws Exception {
        build(Result.SUCCESS, "a.example.com b.example.com", "office", false);

        assertThat(post("admin", "forgetHost?account=" + key("alice") + "&hostname=a.example.com"))
                .isEqualTo(200);
        assertThat(state("alice").hosts()).hasSize(1);
        assertThat(post("admin", "forgetHost?account=" + key("alice") + "&hostname=a.example.com"))
                .as("it is forgotten already")
                .isEqualTo(400);
        assertThat(post("admin", "forgetHost?account=" + key("alice") + "&hostname=no_host"))
                .isEqualTo(400);
        assertThat(post("admin", "forget?account=" + key("alice"))).isEqualTo(200);

        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
        assertThat(ConfiguredEngine.get().accounts().loadAll()).isEmpty();
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("No account has been used yet");
    }

    @Test
    void theButtonsAskFirstAndPostWithoutAScriptInThePage() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        HtmlPage page = client("admin").goTo(PAGE);

        assertThat(page.querySelectorAll("a.confirmation-link[data-post=true][data-message]"))
                .hasSize(3); // Resume, Forget the account, Forget the host
        assertThat(page.getElementById("main-panel").querySelectorAll("script, style, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void anAccountWhoseCredentialsAreGoneIsShownAsSuch() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        SystemCredentialsProvider.getInstance().getCredentials().clear();

        assertThat(client("admin").goTo(PAGE).asNormalizedText())
                .contains("No credentials of Jenkins or of a folder have the user name of this account any more.")
                .contains("a.example.com")
                .doesNotContain("alice");
    }
}
