package io.jenkins.plugins.securityspacedns.harness;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.job.SecuritySpaceDnsBuilder;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.net.URL;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** A Jenkins with users of every kind, and two accounts of a simulated SecuritySpace. */
public abstract class AccountsOnJenkins {

    /** Where the page is, below the root of Jenkins. */
    protected static final String PAGE = "manage/securityspace-dns/";

    /** The user name of the credentials {@code hidden}, marked secret. */
    protected static final String SECRET_NAME = "name-of-bob-4711";

    /** One Jenkins for all tests of a class, because its start takes longer than all of them. */
    protected static JenkinsRule jenkins;

    /** A server of its own for each test. */
    protected final Simulator simulator = Simulator.start();

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
        secure();
    }

    /** Gives Jenkins its users again, which do not survive a restart. */
    protected static void secure() {
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
        for (AccountKey account : engine.ledger().all().keySet()) {
            engine.ledger().change(account, known -> AccountState.UNKNOWN);
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

    /** Adds credentials to Jenkins. */
    protected static void addCredentials(UsernamePasswordCredentialsImpl credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    /** Runs a job that sets hosts to {@code 203.0.113.7}. */
    protected FreeStyleBuild build(Result result, String hosts, String credentialsId, boolean force) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder(hosts);
        builder.setCredentialsId(credentialsId);
        builder.setAddress("203.0.113.7");
        builder.setForce(force);
        job.getBuildersList().add(builder);
        return jenkins.buildAndAssertStatus(result, job);
    }

    /** A browser of this user, which takes errors for pages. */
    protected JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return client.login(user);
    }

    /** What the remote API says to this user. */
    protected JSONObject api(String user) throws Exception {
        return JSONObject.fromObject(client(user)
                .goTo(PAGE + "api/json", "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    /** The status of a POST of this user to a web method of the page. */
    protected int post(String user, String method) throws Exception {
        return postForPage(user, method).getWebResponse().getStatusCode();
    }

    /** The page that a POST of this user to a web method leads to. */
    protected HtmlPage postForPage(String user, String method) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), PAGE + method), HttpMethod.POST);
        return client.getPage(client.addCrumb(request));
    }

    /** What the account of this user name is called in the ledger. */
    protected String key(String username) {
        return ConfiguredEngine.get().account(username).id();
    }

    /** What the ledger knows of the account of this user name. */
    protected AccountState state(String username) throws IOException {
        ConfiguredEngine engine = ConfiguredEngine.get();
        return engine.ledger().state(engine.account(username));
    }

    /** The web method, with its arguments, that resumes the account of this user name. */
    protected String resume(String username) throws IOException {
        return "resume?account=" + key(username) + "&stop="
                + state(username).stop().orElseThrow().since();
    }
}
