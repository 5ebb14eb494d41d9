package io.jenkins.plugins.securityspacedns.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.job.SecuritySpaceDnsBuilder;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What administrators see and do of accounts, and what nobody else does. */
@WithJenkins
class AccountsJenkinsTest {

    private static final String PAGE = "manage/securityspace-dns/";
    private static final String SECRET_NAME = "name-of-bob-4711";

    private static JenkinsRule jenkins;

    private final Simulator simulator = Simulator.start();

    /** One Jenkins for all tests, because its start takes longer than all of them. */
    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        Jenkins.SYSTEM_READ.setEnabled(true);
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("auditor")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ, CredentialsProvider.VIEW)
                .everywhere()
                .to("keymaster")
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader"));
    }

    /** The extension only stops what it started for one test. */
    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @BeforeEach
    void configure() throws Exception {
        ConfiguredEngine engine = ConfiguredEngine.get();
        for (String account : engine.accounts().loadAll().keySet()) {
            engine.keeper(Duration.ZERO).forget(account);
        }
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        simulator.addAccount("alice", "pw-a", "a.example.com", "b.example.com");
        simulator.addAccount(SECRET_NAME, "pw-b", "bob.example.com");
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "office", null, "alice", "pw-a"));
        UsernamePasswordCredentialsImpl hidden =
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "hidden", null, SECRET_NAME, "pw-b");
        hidden.setUsernameSecret(true);
        addCredentials(hidden);
        SecuritySpaceDnsConfiguration.get().setEndpoint(simulator.httpEndpoint().toString());
        SecuritySpaceDnsConfiguration.get().setKeepAliveDays(25);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static void addCredentials(UsernamePasswordCredentialsImpl credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    private FreeStyleBuild build(Result result, String hosts, String credentialsId, boolean force) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder(hosts);
        builder.setCredentialsId(credentialsId);
        builder.setAddress("203.0.113.7");
        builder.setForce(force);
        job.getBuildersList().add(builder);
        return jenkins.buildAndAssertStatus(result, job);
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return client.login(user);
    }

    private JSONObject api(String user) throws Exception {
        return JSONObject.fromObject(client(user)
                .goTo(PAGE + "api/json", "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    private int post(String user, String method) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), PAGE + method), HttpMethod.POST);
        return client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode();
    }

    private String key(String username) {
        return ConfiguredEngine.get().ledger().nameOf(username);
    }

    private AccountState state(String username) throws IOException {
        return ConfiguredEngine.get().ledger().load(username);
    }

    private String resume(String username) throws IOException {
        return "resume?account=" + key(username) + "&latch="
                + state(username).latch().orElseThrow().since();
    }

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

    // Permissions

    @Test
    void nobodyButAdministratorsChangesAnything() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        List<String> methods = List.of(
                resume("alice"),
                "forget?account=" + key("alice"),
                "forgetHost?account=" + key("alice") + "&hostname=a.example.com",
                "delete?file=x");
        AccountState before = state("alice");

        for (String user : List.of("auditor", "keymaster", "manager", "reader")) {
            for (String method : methods) {
                assertThat(post(user, method)).as(user + " " + method).isEqualTo(403);
            }
        }
        for (String method : methods) {
            assertThat(client("admin")
                            .goTo(PAGE + method, null)
                            .getWebResponse()
                            .getStatusCode())
                    .as("GET " + method)
                    .isIn(404, 405);
            WebRequest withoutCrumb = new WebRequest(new URL(jenkins.getURL(), PAGE + method), HttpMethod.POST);
            assertThat(client("admin").getPage(withoutCrumb).getWebResponse().getStatusCode())
                    .as("without crumb " + method)
                    .isEqualTo(403);
        }
        assertThat(state("alice")).isEqualTo(before);
    }

    @Test
    void whoMayNotReadTheConfigurationSeesNothing() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);

        for (String user : List.of("manager", "reader")) {
            for (String view : List.of("", "api/json", "api/xml")) {
                Page page = client(user).goTo(PAGE + view, null);
                assertThat(page.getWebResponse().getStatusCode())
                        .as(user + " " + view)
                        .isEqualTo(403);
                assertThat(page.getWebResponse().getContentAsString()).doesNotContain("a.example.com");
            }
            assertThat(client(user).goTo("").getWebResponse().getContentAsString())
                    .doesNotContain("manage/securityspace-dns");
        }
    }

    @Test
    void whoMayReadTheConfigurationSeesAccountsWithoutButtons() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        HtmlPage page = client("auditor").goTo(PAGE);

        assertThat(page.asNormalizedText()).contains("a.example.com").contains("blocked");
        assertThat(page.querySelectorAll("a.confirmation-link")).isEmpty();
    }

    @Test
    void userNamesAndIdsAreForThoseWhoMayViewCredentials() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);

        assertThat(client("keymaster").goTo(PAGE).asNormalizedText()).contains("alice", "office");
        assertThat(client("auditor").goTo(PAGE).asNormalizedText())
                .contains("Account " + key("alice").substring(0, 8))
                .doesNotContain("alice", "office");
        assertThat(api("auditor").toString()).doesNotContain("alice", "office");
    }

    // A user name that is marked secret

    @Test
    void aSecretUserNameStandsNowhere() throws Exception {
        LogRecorder log = new LogRecorder()
                .record("io.jenkins.plugins.securityspacedns", Level.ALL)
                .capture(100);
        FreeStyleBuild updated = build(Result.SUCCESS, "bob.example.com", "hidden", false);
        simulator.block(SECRET_NAME);
        FreeStyleBuild blocked = build(Result.FAILURE, "bob.example.com", "hidden", true);

        String page = client("admin").goTo(PAGE).getWebResponse().getContentAsString();
        String manage = client("admin").goTo("manage/").getWebResponse().getContentAsString();
        String json = api("admin").toString();
        post("admin", resume(SECRET_NAME));

        assertThat(page).contains("Credentials hidden").doesNotContain(SECRET_NAME);
        assertThat(manage).contains("Credentials hidden: SecuritySpace blocked").doesNotContain(SECRET_NAME);
        assertThat(json).contains("hidden").doesNotContain(SECRET_NAME);
        assertThat(log.getMessages())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).doesNotContain(SECRET_NAME));
        assertThat(JenkinsRule.getLog(updated) + JenkinsRule.getLog(blocked)).doesNotContain(SECRET_NAME);
        assertThat(filesWith(SECRET_NAME)).containsExactly("credentials.xml");
    }

    private List<String> filesWith(String text) throws IOException {
        Path home = jenkins.jenkins.getRootDir().toPath();
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .map(file -> home.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false; // a file that went away meanwhile
        }
    }

    @Test
    void oneSecretMarkAmongSeveralCredentialsHidesTheName() throws Exception {
        addCredentials(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "open", null, SECRET_NAME, "pw-b"));
        build(Result.SUCCESS, "bob.example.com", "open", false);

        assertThat(client("admin").goTo(PAGE).getWebResponse().getContentAsString())
                .contains("open", "hidden")
                .doesNotContain(SECRET_NAME);
    }

    @Test
    void aSecretUserNameThatCannotBeSentStaysSecretInTheBuildLog() throws Exception {
        UsernamePasswordCredentialsImpl broken =
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "broken", null, "secret:with-colon", "pw");
        broken.setUsernameSecret(true);
        addCredentials(broken);

        FreeStyleBuild failed = build(Result.FAILURE, "bob.example.com", "broken", false);

        assertThat(JenkinsRule.getLog(failed)).contains("\"broken\"").doesNotContain("with-colon");
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

    // The monitor

    @Test
    void theMonitorCallsWhileAnAccountIsStopped() throws Exception {
        AccountsMonitor monitor = ExtensionList.lookupSingleton(AccountsMonitor.class);
        build(Result.SUCCESS, "b.example.com", "office", false);
        assertThat(monitor.isActivated()).isFalse();
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);

        assertThat(monitor.isActivated()).isTrue();
        assertThat(client("admin").goTo("manage/").asNormalizedText())
                .contains("alice: SecuritySpace blocked DNS updates at");

        post("admin", resume("alice"));
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsSetAsideAndReportedUntilSomebodyDeletesIt() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("securityspace-dns");
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "damaged");

        HtmlPage page = client("admin").goTo(PAGE);

        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isTrue();
        assertThat(page.asNormalizedText()).contains("could not be read").contains(".unreadable-");
        String name = api("admin").getJSONArray("setAside").getJSONObject(0).getString("file");
        assertThat(Files.readString(folder.resolve(name))).isEqualTo("damaged");
        assertThat(post("admin", "delete?file=../config.xml")).isEqualTo(400);
        assertThat(post("admin", "delete?file=" + name)).isEqualTo(200);
        assertThat(folder.resolve(name)).doesNotExist();
        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isFalse();
    }

    @Test
    void anUpdateIsDoneAndReportedWhereTheLedgerCannotBeWritten() throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("securityspace-dns");
        Files.deleteIfExists(folder); // other tests may have left it, empty
        Files.writeString(folder, "a file where a folder should be");

        FreeStyleBuild first = build(Result.SUCCESS, "a.example.com", "office", false);
        FreeStyleBuild second = build(Result.SUCCESS, "a.example.com", "office", false);

        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
        jenkins.assertLogContains("WARNING: The ledger failed", first);
        jenkins.assertLogContains("a.example.com updated", first);
        jenkins.assertLogContains("a.example.com current", second);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isTrue();
        assertThat(client("admin").goTo(PAGE).asNormalizedText()).contains("the ledger cannot be written");

        Files.delete(folder);
        ExtensionList.lookupSingleton(LedgerUpkeep.class).execute(null);

        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isFalse();
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".properties"));
    }

    // Age

    @Test
    void whatNobodyAskedForInMoreThanAYearIsForgotten() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        build(Result.SUCCESS, "bob.example.com", "hidden", false);
        simulator.block(SECRET_NAME);
        build(Result.FAILURE, "bob.example.com", "hidden", true);
        LedgerUpkeep upkeep = ExtensionList.lookupSingleton(LedgerUpkeep.class);

        upkeep.forget(ConfiguredEngine.get(), Instant.now().plus(Duration.ofDays(399)));
        assertThat(state("alice").hosts()).hasSize(1);
        upkeep.forget(ConfiguredEngine.get(), Instant.now().plus(Duration.ofDays(401)));

        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
        assertThat(state(SECRET_NAME).hosts()).isEmpty();
        assertThat(state(SECRET_NAME).latch())
                .as("a stop stays as long as there are credentials")
                .isPresent();

        SystemCredentialsProvider.getInstance().getCredentials().clear();
        upkeep.forget(ConfiguredEngine.get(), Instant.now().plus(Duration.ofDays(401)));
        assertThat(ConfiguredEngine.get().accounts().loadAll()).isEmpty();
    }

    @Test
    void withoutAKeepAliveAHostThatIsAskedForStaysAsLongAsThereAreCredentials() throws Exception {
        SecuritySpaceDnsConfiguration.get().setKeepAliveDays(0);
        build(Result.SUCCESS, "a.example.com", "office", false);
        LedgerUpkeep upkeep = ExtensionList.lookupSingleton(LedgerUpkeep.class);

        upkeep.forget(ConfiguredEngine.get(), Instant.now().plus(Duration.ofDays(4000)));
        assertThat(state("alice").hosts()).hasSize(1);

        SystemCredentialsProvider.getInstance().getCredentials().clear();
        upkeep.forget(ConfiguredEngine.get(), Instant.now().plus(Duration.ofDays(4000)));
        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
    }
}
