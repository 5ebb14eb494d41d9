package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in Pipelines of a real Jenkins, in the sandbox, with the simulator as endpoint. */
@WithJenkins
class StepJenkinsTest {

    private static final String PASSWORD = "secret-of-alice-4711";

    private final Simulator simulator = Simulator.start();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        simulator.addAccount("alice", PASSWORD, "a.example.com", "b.example.com");
        addCredentials("alice", PASSWORD);
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint(simulator.httpEndpoint().toString());
        configuration.setSources(simulator.echoUri("one") + " " + simulator.echoUri("two"));
        configuration.setCredentialsId("alice");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static void addCredentials(String id, String password) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, null, "alice", password));
        provider.save();
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, job(script));
    }

    @Test
    void updatesTheHostsToTheAddressOfTheAgent() throws Exception {
        jenkins.createOnlineSlave(Label.get("office"));

        WorkflowRun run =
                build(Result.SUCCESS, "node('office') { securitySpaceDnsUpdate 'a.example.com, b.example.com' }");

        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        assertThat(simulator.address("b.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        jenkins.assertLogContains("a.example.com updated", run);
    }

    @Test
    void returnsWhatAScriptInTheSandboxReads() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "def dns = securitySpaceDnsUpdate(hostnames: ['a.example.com', 'b.example.com'], address: '203.0.113.7')\n"
                        + "echo \"${dns.address}: ${dns.verdict}\"\n"
                        + "dns.hosts.each { echo \"<${it.hostname} ${it.outcome} ${it.verdict} ${it.duration >= 0}"
                        + " ${it.message}>\" }");

        jenkins.assertLogContains("203.0.113.7: SUCCESS", run);
        jenkins.assertLogContains(
                "<b.example.com updated SUCCESS true The server set the address to 203.0.113.7.>", run);
    }

    @Test
    void aServerErrorMakesTheBuildUnstableAndMarksTheStep() throws Exception {
        simulator.always(Fault.answer(200, "911"));

        WorkflowRun run = build(Result.UNSTABLE, "securitySpaceDnsUpdate 'a.example.com'\necho 'goes on'");

        jenkins.assertLogContains("goes on", run);
        FlowNode node = new DepthFirstScanner()
                .findFirstMatch(
                        run.getExecution(), candidate -> candidate.getPersistentAction(WarningAction.class) != null);
        assertThat(node.getPersistentAction(WarningAction.class).getMessage()).contains("a.example.com server-error");
    }

    @Test
    void aBlockFailsTheBuildAndNamesEveryHost() throws Exception {
        simulator.block("alice");

        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com, b.example.com'");

        jenkins.assertLogContains("ERROR: SecuritySpace DNS: not all hosts are up to date.", run);
        jenkins.assertLogContains("a.example.com blocked", run);
        jenkins.assertLogContains("b.example.com blocked", run);
        jenkins.assertLogNotContains("at io.jenkins.plugins", run);
    }

    @Test
    void aRefusedPasswordAndAnUnknownHostFailTheBuild() throws Exception {
        build(Result.FAILURE, "securitySpaceDnsUpdate 'stranger.example.com'");
        simulator.setPassword("alice", "another");
        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com'");

        jenkins.assertLogContains("a.example.com badauth", run);
    }

    @Test
    void failOnChangesTheVerdict() throws Exception {
        simulator.always(Fault.answer(200, "911"));
        build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', failOn: ['server-error']");
        build(Result.UNSTABLE, "securitySpaceDnsUpdate hostnames: 'stranger.example.com', failOn: []");
        build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', failOn: ['any'], force: true");
    }

    @Test
    void aMistakeIsToldInOneLineAndNothingIsSent() throws Exception {
        jenkins.assertLogContains(
                "ERROR: The host name \"bad_host.example.com\" holds a character",
                build(Result.FAILURE, "securitySpaceDnsUpdate 'bad_host.example.com'"));
        jenkins.assertLogContains(
                "ERROR: There are no credentials \"nobody\"",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', credentialsId: 'nobody'"));
        jenkins.assertLogContains(
                "is not an IP address",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', address: 'here'"));
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void publicAddressReturnsTheAddress() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, "echo \"<${publicAddress()}>\"");

        jenkins.assertLogContains("<" + Simulator.PUBLIC_ADDRESS + ">", run);
    }

    @Test
    void sourcesThatDisagreeGiveNoAddressAndSendNothing() throws Exception {
        simulator.echo("two", "8.8.4.4");

        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com'");

        jenkins.assertLogContains("a.example.com no-address", run);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void severalBuildsWithinAMinuteShareOneDetection() throws Exception {
        build(Result.SUCCESS, "publicAddress()");
        build(Result.SUCCESS, "publicAddress()");

        assertThat(simulator.echoRequests()).hasSize(2); // one for each source
    }

    @Test
    void anAbortedStepEndsAtOnce() throws Exception {
        simulator.always(Fault.silence());
        SecuritySpaceDnsConfiguration.get().setRequestSeconds(600);
        WorkflowRun run =
                job("securitySpaceDnsUpdate 'a.example.com'").scheduleBuild2(0).waitForStart();
        simulator.awaitRequests(1, Duration.ofSeconds(60));

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    }

    @Test
    void theUpdatesOfABuildAreInTheRemoteApi() throws Exception {
        WorkflowRun run =
                build(Result.SUCCESS, "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7'");

        assertThat(run.getAction(DnsUpdateAction.class).getUpdates()).hasSize(1);
        String json = jenkins.getJSON(run.getUrl() + "api/json?depth=2").getContentAsString();
        assertThat(json).contains("\"hostname\":\"a.example.com\"").contains("\"outcome\":\"updated\"");
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText()).contains("a.example.com");
    }

    @Test
    void thePasswordIsNowhereBelowTheHomeNorInTheLog() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, "securitySpaceDnsUpdate 'a.example.com'");
        jenkins.buildAndAssertStatus(Result.FAILURE, job("securitySpaceDnsUpdate 'stranger.example.com'"));

        String encoded = Base64.getEncoder().encodeToString(("alice:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(JenkinsRule.getLog(run)).doesNotContain(PASSWORD).doesNotContain(encoded);
        try (Stream<Path> files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            List<Path> leaks = files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, PASSWORD) || contains(file, encoded))
                    .toList();
            assertThat(leaks).isEmpty();
        }
    }

    private static boolean contains(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            return false; // a file that went away meanwhile
        }
    }

    @Test
    void theSnippetGeneratorWritesTheShortestForm() {
        SecuritySpaceDnsUpdateStep step = new SecuritySpaceDnsUpdateStep("a.example.com");
        assertThat(Snippetizer.object2Groovy(step)).isEqualTo("securitySpaceDnsUpdate 'a.example.com'");
        step.setCredentialsId("alice");
        step.setForce(true);
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("securitySpaceDnsUpdate credentialsId: 'alice', force: true, hostnames: 'a.example.com'");
        assertThat(Snippetizer.object2Groovy(new PublicAddressStep())).isEqualTo("publicAddress()");
    }
}
