package io.jenkins.plugins.securityspacedns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.harness.AccountsOnJenkins;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What of accounts is for administrators alone, and what is for nobody. */
@WithJenkins
class AccountsPermissionJenkinsTest extends AccountsOnJenkins {

    @Test
    void nobodyButAdministratorsChangesAnything() throws Exception {
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        List<String> methods = List.of(
                resume("alice"),
                "forget?account=" + key("alice"),
                "forgetHost?account=" + key("alice") + "&hostname=a.example.com",
                "lookUp?account=" + key("alice") + "&hostname=a.example.com",
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
}
