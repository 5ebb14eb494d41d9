package io.jenkins.plugins.securityspacedns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.Result;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.AccountsOnJenkins;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.json.JSONNull;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What Jenkins does by itself for the ledger, and says of it when it is in trouble. */
@WithJenkins
class LedgerJenkinsTest extends AccountsOnJenkins {

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
    void nothingIsSentForAnAccountWhoseFileIsDamagedUntilSomebodyDeletesIt() throws Throwable {
        build(Result.SUCCESS, "a.example.com", "office", false);
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("securityspace-dns");
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "damaged");
        jenkins.restart(); // the ledger is read once
        secure();

        HtmlPage page = client("admin").goTo(PAGE);

        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isTrue();
        assertThat(page.asNormalizedText())
                .contains("nothing is sent for its account")
                .contains("is damaged: it ")
                .doesNotContain("No account has been used yet");
        build(Result.UNSTABLE, "b.example.com", "office", false);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(Files.readString(file)).isEqualTo("damaged");
        String name = api("admin").getJSONArray("damaged").getJSONObject(0).getString("file");
        assertThat(post("admin", "delete?file=../config.xml")).isEqualTo(400);
        assertThat(post("admin", "delete?file=" + name)).isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isFalse();
    }

    @Test
    void anUpdateIsDoneAndReportedIfTheLedgerCannotBeWritten() throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("securityspace-dns");
        Files.deleteIfExists(folder); // other tests may have left it, empty
        Files.writeString(folder, "a file where a folder should be");

        FreeStyleBuild first = build(Result.SUCCESS, "a.example.com", "office", false);
        FreeStyleBuild second = build(Result.SUCCESS, "a.example.com", "office", false);

        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
        jenkins.assertLogContains("WARNING: The ledger cannot be written", first);
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

    @Test
    void aStopThatADiskDidNotTakeIsSavedBeforeJenkinsStops() throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("securityspace-dns");
        Files.deleteIfExists(folder); // other tests may have left it, empty
        Files.writeString(folder, "a file where a folder should be");
        simulator.block("alice");
        build(Result.FAILURE, "a.example.com", "office", false);
        Files.delete(folder);

        ItemListener.all().get(LedgerUpkeep.AtShutdown.class).onBeforeShutdown();

        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".properties"));
        assertThat(ExtensionList.lookupSingleton(AccountsMonitor.class).isActivated())
                .isTrue(); // for the stop itself
        assertThat(api("admin").get("failure")).isEqualTo(JSONNull.getInstance());
    }

    @Test
    void aPasswordThatWasRefusedUnderAnEarlierVersionIsNotSentAgain() throws Exception {
        AccountState.RefusedPassword refused =
                new AccountState.RefusedPassword(new SlowPasswordHashes().of("pw-a"), Instant.now());
        AccountState known =
                new AccountState(Optional.empty(), List.of(refused), Optional.empty(), Pace.UNUSED, Map.of());
        ConfiguredEngine.get().ledger().change(ConfiguredEngine.get().account("alice"), state -> known);

        FreeStyleBuild build = build(Result.FAILURE, "a.example.com", "office", false);

        jenkins.assertLogContains("a.example.com deferred", build);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void whatNobodyAskedForInMoreThanAYearIsForgotten() throws Exception {
        build(Result.SUCCESS, "a.example.com", "office", false);
        build(Result.SUCCESS, "bob.example.com", "hidden", false);
        simulator.block(SECRET_NAME);
        build(Result.FAILURE, "bob.example.com", "hidden", true);
        LedgerUpkeep upkeep = ExtensionList.lookupSingleton(LedgerUpkeep.class);

        upkeep.forget(Instant.now().plus(Duration.ofDays(399)));
        assertThat(state("alice").hosts()).hasSize(1);
        upkeep.forget(Instant.now().plus(Duration.ofDays(401)));

        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
        assertThat(state(SECRET_NAME).hosts()).isEmpty();
        assertThat(state(SECRET_NAME).stop())
                .as("a stop stays as long as there are credentials")
                .isPresent();

        SystemCredentialsProvider.getInstance().getCredentials().clear();
        upkeep.forget(Instant.now().plus(Duration.ofDays(401)));
        assertThat(ConfiguredEngine.get().ledger().all()).isEmpty();
    }

    @Test
    void withoutAKeepAliveAHostThatIsAskedForStaysAsLongAsThereAreCredentials() throws Exception {
        SecuritySpaceDnsConfiguration.get().setKeepAliveDays(0);
        build(Result.SUCCESS, "a.example.com", "office", false);
        LedgerUpkeep upkeep = ExtensionList.lookupSingleton(LedgerUpkeep.class);

        upkeep.forget(Instant.now().plus(Duration.ofDays(4000)));
        assertThat(state("alice").hosts()).hasSize(1);

        SystemCredentialsProvider.getInstance().getCredentials().clear();
        upkeep.forget(Instant.now().plus(Duration.ofDays(4000)));
        assertThat(state("alice")).isEqualTo(AccountState.UNKNOWN);
    }
}
