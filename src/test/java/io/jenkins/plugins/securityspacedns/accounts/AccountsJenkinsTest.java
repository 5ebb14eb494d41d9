package io.jenkins.plugins.securityspacedns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.AccountsOnJenkins;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import net.sf.json.JSONNull;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlAnchor;
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
        HtmlPage page = client("admin").goTo(PAGE);

        assertThat(page.asNormalizedText())
                .contains("No account has been used yet")
                .contains("securitySpaceDnsUpdate");
        assertThat(page.getAnchorByText("Credentials").getHrefAttribute()).endsWith("/manage/credentials/");
        assertThat(page.getAnchorByText("Configuration").getHrefAttribute()).endsWith("/manage/configure");
        assertThat(page.getAnchorByText("Guide").getHrefAttribute()).endsWith("/docs/accounts.md");
    }

    @Test
    void whatTheNameServersSayIsLookedUpOnDemand() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        try (NameServer resolver = new NameServer(".")) {
            resolver.with("example.com", "NS", "ns.example.com.").with("ns.example.com", "A", "127.0.0.77");
            SecuritySpaceDnsConfiguration.get()
                    .setResolver("127.0.0.1:" + resolver.address().getPort());
            String lookUp = "lookUp?account=" + key("alice") + "&hostname=";
            assertThat(client("admin").goTo(PAGE).asNormalizedText()).doesNotContain("Name servers:");

            assertThat(post("admin", lookUp + "a.example.com")).isEqualTo(200);
            assertThat(post("admin", lookUp + "stranger.example.com")).isEqualTo(400);

            assertThat(client("admin").goTo(PAGE).asNormalizedText())
                    .contains("Name servers: ns.example.com (127.0.0.77)");
        }
    }

    @Test
    void thePageShowsWhatIsKnownOfAnAccount() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        build(Result.FAILURE, "stranger.example.com", "office", false);

        String text = client("admin").goTo(PAGE).asNormalizedText();

        assertThat(text)
                .contains(
                        "alice", "office", "a.example.com", "203.0.113.7", "updated", "stranger.example.com", "nohost")
                .contains("Pace: 8 of 10 requests left, at most 30 an hour.")
                .doesNotContain("Resume");
    }

    @Test
    void theRemoteApiSaysTheSame() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);

        JSONObject account = api("admin").getJSONArray("accounts").getJSONObject(0);

        assertThat(account.getString("username")).isEqualTo("alice");
        assertThat(account.getString("service")).isEqualTo(ConfiguredEngine.service());
        assertThat(account.getInt("requestsLeft")).isEqualTo(9);
        assertThat(account.get("nextRequest")).isEqualTo(JSONNull.getInstance());
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
        assertThat(state("alice").stop()).isPresent();
    }

    @Test
    void whoResumedAnAccountIsInTheSystemLog() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        LogRecorder log =
                new LogRecorder().record(AccountActions.class, Level.INFO).capture(10);

        post("admin", resume("alice"));

        assertThat(log.getMessages()).contains("SecuritySpace DNS: admin resumed the account alice.");
    }

    @Test
    void resumeLiftsNoOtherStopThanTheOneThatWasSeen() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        assertThat(post("admin", "resume?account=" + key("alice") + "&stop=2026-01-01T00:00:00Z"))
                .isEqualTo(400);
        assertThat(post("admin", "resume?account=" + key("alice") + "&stop=yesterday"))
                .isEqualTo(400);
        assertThat(post("admin", "resume?account=0000&stop=2026-01-01T00:00:00Z"))
                .isEqualTo(400);

        assertThat(state("alice").stop()).isPresent();
    }

    @Test
    void aNewPasswordEndsTheStopAfterARefusalByItself() throws Exception {
        simulator.setPassword("alice", "new");
        build(Result.FAILURE, "a.example.com", "office", false);
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("refused the user name and password");
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "office", null, "alice", "new"));

        build(Result.SUCCESS, "a.example.com", "office", false);

        assertThat(state("alice").stop()).isEmpty();
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
        assertThat(post("admin", "forgetHost?account=" + key("alice") + "&hostname=no%20host"))
                .isEqualTo(400);
        assertThat(post("admin", "forget?account=" + key("alice"))).isEqualTo(200);

        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
        assertThat(ConfiguredEngine.get().ledger().all()).isEmpty();
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("No account has been used yet");
    }

    @Test
    void theButtonsAskFirstAndPostWithoutAScriptInThePage() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        HtmlPage page = client("admin").goTo(PAGE);

        assertThat(page.querySelectorAll("a.confirmation-link[data-post=true][data-message]"))
                .hasSize(3); // Resume, Forget the account, Forget the host
        assertThat(page.getElementById("main-panel").querySelectorAll("script:not([src]), style, [style], [onclick]"))
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

    @Test
    void aStoppedAccountThatNobodyUsesAnyMoreAlarmsNobody() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        AccountsMonitor monitor = ExtensionList.lookupSingleton(AccountsMonitor.class);
        AccountsLink link = ExtensionList.lookupSingleton(AccountsLink.class);
        assertThat(monitor.isActivated()).isTrue();
        assertThat(link.getBadge()).isNotNull();

        SystemCredentialsProvider.getInstance().getCredentials().clear();

        assertThat(monitor.isActivated()).isFalse();
        assertThat(link.getBadge()).isNull();
        assertThat(client("admin").goTo(PAGE).asNormalizedText())
                .contains("Stopped after blocked at")
                .contains("No credentials of Jenkins or of a folder have the user name of this account any more.");
    }

    @Test
    void theFirstButtonAfterARefusalLeadsToTheCredentials() throws Exception {
        simulator.setPassword("alice", "new");
        build(Result.FAILURE, "a.example.com", "office", false);

        HtmlPage page = client("admin").goTo(PAGE);

        HtmlAnchor first = (HtmlAnchor) page.querySelector(".jenkins-card__controls a");
        assertThat(first.asNormalizedText()).isEqualTo("Correct the credentials");
        HtmlPage credentials = first.click();
        assertThat(credentials.getUrl().getPath()).endsWith("/credential/office/");
        assertThat(credentials.asNormalizedText()).contains("Update credential");
        assertThat(client("keymaster").goTo(PAGE).querySelectorAll(".jenkins-card__controls a"))
                .as("buttons of one who may not change credentials")
                .isEmpty();
    }

    @Test
    void thePageSaysWhatHappensAfterResume() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        String next = "Resumed. The next build, or the next look of the trigger, sends again.";
        String resumed = PAGE + "?resumed=" + key("alice");
        assertThat(client("admin").goTo(resumed).asNormalizedText()).doesNotContain(next);

        HtmlPage page = postForPage("admin", resume("alice"));

        assertThat(page.getUrl().toString()).endsWith(resumed + "#account-" + key("alice"));
        assertThat(page.asNormalizedText()).contains(next);
    }

    @Test
    void anAccountOfAnotherServiceIsShownWithIt() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        String service = ConfiguredEngine.service();

        SecuritySpaceDnsConfiguration.get().setEndpoint("");

        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("alice at " + service);
    }

    @Test
    void aRequestWithoutItsParametersIsAnsweredWithASentence() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);

        for (String method : List.of(
                "resume",
                "forget",
                "forgetHost",
                "forgetHost?account=" + key("alice"),
                "lookUp",
                "lookUp?account=" + key("alice"),
                "delete")) {
            assertThat(post("admin", method)).as(method).isEqualTo(400);
        }
    }

    // Credentials that cannot be read

    /** Credentials in a vault that is sealed. */
    private static final class Sealed extends UsernamePasswordCredentialsImpl {

        private static final long serialVersionUID = 1L;

        Sealed() throws Descriptor.FormException {
            super(CredentialsScope.GLOBAL, "sealed", null, "vault", "pw");
        }

        @Override
        public String getUsername() {
            throw new IllegalStateException("The vault is sealed, token s.4711");
        }
    }

    private static void addSealed() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(0, new Sealed());
    }

    @Test
    void credentialsThatCannotBeReadTakeNothingDown() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        LogRecorder log = new LogRecorder().record(Owners.class, Level.WARNING).capture(10);
        addSealed();

        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("alice", "office", "a.example.com");
        assertThat(client("admin").goTo("manage/").asNormalizedText()).contains("alice: SecuritySpace blocked");
        assertThat(post("admin", resume("alice"))).isEqualTo(200);
        ExtensionList.lookupSingleton(LedgerUpkeep.class).forget(Instant.now().plus(Duration.ofDays(401)));

        assertThat(state("alice").stop()).isEmpty();
        assertThat(log.getMessages())
                .hasSize(1)
                .first()
                .asString()
                .contains("\"sealed\"")
                .doesNotContain("4711");
    }

    @Test
    void aStopOutlivesCredentialsThatCannotBeRead() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        addSealed();

        ExtensionList.lookupSingleton(LedgerUpkeep.class).forget(Instant.now().plus(Duration.ofDays(401)));

        assertThat(state("alice").stop()).isPresent();
        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isTrue();
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("Some credentials cannot be read");
    }
}
