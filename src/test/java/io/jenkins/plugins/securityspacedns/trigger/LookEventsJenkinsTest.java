package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.job.SecuritySpaceDnsBuilder;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What makes the trigger look besides its schedule, and what it looks at. The jobs have no schedule. */
@WithJenkins
class LookEventsJenkinsTest {

    private static final String ELSEWHERE = "8.8.4.4";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private final Simulator simulator = dns.simulator();
    private JenkinsRule jenkins;
    private int moves;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        CountDownLatch over = new CountDownLatch(1);
        LookQueue.get().soon(over::countDown); // what all this leads to is over before there is a job
        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** New sources are asked at once, where those of before would be asked again after a minute. */
    private void moveTo(String address) {
        simulator.echoAll(address);
        moves++;
        SecuritySpaceDnsConfiguration.get()
                .setSources(simulator.echoUri("one" + moves) + " " + simulator.echoUri("two" + moves));
    }

    private FreeStyleProject project() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.getBuildersList().add(new SecuritySpaceDnsBuilder("a.example.com"));
        project.addTrigger(new SecuritySpaceDnsTrigger(""));
        return project;
    }

    private WorkflowJob pipelineOn(String label) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(
                new CpsFlowDefinition("node('" + label + "') { securitySpaceDnsUpdate 'a.example.com' }", true));
        job.addTrigger(new SecuritySpaceDnsTrigger(""));
        return job;
    }

    private LoggedDecision tick(Job<?, ?> job) throws Exception {
        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        jenkins.waitUntilNoActivity();
        return last(job);
    }

    private static LoggedDecision last(Job<?, ?> job) throws Exception {
        return DecisionLog.of(job).last().orElseThrow();
    }

    private static Path history(Job<?, ?> job) {
        return job.getRootDir().toPath().resolve("securityspace-dns-history.txt");
    }

    @Test
    void anAgentThatConnectsAgainFromElsewhereIsLookedAtAtOnce() throws Exception {
        DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
        WorkflowJob job = pipelineOn("office");
        jenkins.buildAndAssertSuccess(job);
        office.toComputer().disconnect(new OfflineCause.ByCLI("killed")).get();
        moveTo(ELSEWHERE);
        Instant offline = Instant.now();

        office.toComputer().connect(false).get();

        simulator.awaitRequests(2, PATIENCE);
        assertThat(Duration.between(offline, Instant.now())).isLessThan(Duration.ofSeconds(30));
        jenkins.waitUntilNoActivity();
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
        assertThat(last(job))
                .returns("agent-connected", LoggedDecision::event)
                .returns("address-changed", LoggedDecision::reason);
    }

    @Test
    void anAgentWhoseNetworkNeedsAWhileIsAskedOnceMore() throws Exception {
        DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
        WorkflowJob job = pipelineOn("office");
        jenkins.buildAndAssertSuccess(job);
        moveTo("no address");

        LookQueue.get().look(job, LookEvent.AGENT_CONNECTED).get(60, TimeUnit.SECONDS);

        assertThat(last(job).reason()).isEqualTo("no-address");
        assertThat(LookQueue.get().next(job, minute -> false)).isPresent();
        assertThat(office.toComputer().isOnline()).isTrue();
    }

    @Test
    void anAgentThatIsTakenOnlineAgainIsLookedAtToo() throws Exception {
        DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
        WorkflowJob job = pipelineOn("office");
        jenkins.buildAndAssertSuccess(job);
        office.toComputer().setTemporaryOfflineCause(new OfflineCause.ByCLI("moving"));
        moveTo(ELSEWHERE);

        office.toComputer().setTemporaryOfflineCause(null);

        simulator.awaitRequests(2, PATIENCE);
        jenkins.waitUntilNoActivity();
        assertThat(last(job).event()).isEqualTo("agent-connected");
    }

    @Test
    void aPasswordThatIsCorrectedIsTriedAtOnce() throws Exception {
        FreeStyleProject project = project();
        simulator.setPassword(SimulatedDns.ALICE, "another");
        project.scheduleBuild2(0).get();
        assertThat(tick(project).reason()).isEqualTo("stopped");
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials().clear();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, SimulatedDns.ALICE, null, SimulatedDns.ALICE, "another"));

        provider.save();

        simulator.awaitRequests(2, PATIENCE);
        jenkins.waitUntilNoActivity();
        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        assertThat(last(project))
                .returns("credentials-changed", LoggedDecision::event)
                .returns("password-changed", LoggedDecision::reason);
    }

    @Test
    void credentialsOfOthersThatAreSavedLeadToNoLook() throws Exception {
        FreeStyleProject project = project();
        jenkins.buildAndAssertSuccess(project);
        tick(project);

        SimulatedDns.addCredentials("bob", "bob", "secret");
        CountDownLatch over = new CountDownLatch(1);
        LookQueue.get().soon(over::countDown);
        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(LookQueue.get().next(project, minute -> false)).isEmpty();
        assertThat(last(project).event()).isEqualTo("schedule");
    }

    @Test
    void anAccountThatIsResumedIsTriedAtOnce() throws Exception {
        FreeStyleProject project = project();
        simulator.block(SimulatedDns.ALICE);
        project.scheduleBuild2(0).get();
        simulator.unblock(SimulatedDns.ALICE);
        tick(project);
        AccountKey account = ConfiguredEngine.get().account(SimulatedDns.ALICE);
        String stop = ConfiguredEngine.get()
                .ledger()
                .state(account)
                .stop()
                .orElseThrow()
                .since()
                .toString();
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        WebRequest resume = new WebRequest(
                browser.createCrumbedUrl("manage/securityspace-dns/resume?account=" + account.id() + "&stop=" + stop),
                HttpMethod.POST);

        browser.getPage(resume);

        simulator.awaitRequests(2, PATIENCE);
        jenkins.waitUntilNoActivity();
        assertThat(last(project))
                .returns("account-resumed", LoggedDecision::event)
                .returns("resumed", LoggedDecision::reason);
    }

    @Test
    void aJobThatIsSavedWithTheTriggerForTheFirstTimeIsStartedAtOnce() throws Exception {
        FreeStyleProject project = project();

        jenkins.configRoundtrip(project);

        simulator.awaitRequests(1, PATIENCE);
        jenkins.waitUntilNoActivity();
        assertThat(last(project))
                .returns("job-saved", LoggedDecision::event)
                .returns("never-updated", LoggedDecision::reason);
    }

    @Test
    void ifTheAgentIsGoneAnotherOneOfTheJobsLabelIsAsked() throws Exception {
        DumbSlave gone = jenkins.createOnlineSlave(Label.get("cloud"));
        FreeStyleProject project = project();
        project.setAssignedLabel(Label.get("cloud"));
        jenkins.buildAndAssertSuccess(project);
        jenkins.jenkins.removeNode(gone);

        assertThat(tick(project))
                .returns("agent-offline", LoggedDecision::reason)
                .returns(
                        "There is no agent \"" + gone.getNodeName()
                                + "\" any more, on which the last update ran, and no"
                                + " agent of the job's label \"cloud\" is online.",
                        LoggedDecision::message);
        moveTo(ELSEWHERE);
        DumbSlave next = jenkins.createOnlineSlave(Label.get("cloud"));
        simulator.awaitRequests(2, PATIENCE);
        jenkins.waitUntilNoActivity();

        assertThat(last(project))
                .returns("agent-connected", LoggedDecision::event)
                .satisfies(decision -> assertThat(decision.message()).contains(next.getNodeName()));
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
    }

    @Test
    void buildsThatAreDiscardedChangeNothing() throws Exception {
        FreeStyleProject project = project();
        jenkins.buildAndAssertSuccess(project);
        project.getBuildersList().clear();
        for (int build = 0; build < 51; build++) {
            project.scheduleBuild2(0).get();
        }
        for (Run<?, ?> build : project.getBuilds()) {
            build.delete();
        }
        jenkins.jenkins.reload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(project.getFullName(), FreeStyleProject.class);

        assertThat(loaded.getLastBuild()).isNull();
        assertThat(tick(loaded).reason()).isEqualTo("unchanged");
    }

    @Test
    void aJobWithoutAHistoryIsReadFromItsBuildsOnce() throws Exception {
        FreeStyleProject project = project();
        jenkins.buildAndAssertSuccess(project);
        String kept = Files.readString(history(project));
        Files.delete(history(project));
        jenkins.jenkins.reload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(project.getFullName(), FreeStyleProject.class);

        assertThat(tick(loaded).reason()).isEqualTo("unchanged");
        assertThat(history(loaded)).hasContent(kept);
    }

    @Test
    void aDamagedHistoryIsNotTakenForAnEmptyOne() throws Exception {
        FreeStyleProject project = project();
        jenkins.buildAndAssertSuccess(project);
        Files.write(history(project), new byte[0]);
        jenkins.jenkins.reload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(project.getFullName(), FreeStyleProject.class);

        assertThat(tick(loaded).reason()).isEqualTo("unchanged");
    }

    @Test
    void aHistoryThatCannotBeReadStartsNothingAndIsLeftAlone() throws Exception {
        FreeStyleProject project = project();
        jenkins.buildAndAssertSuccess(project);
        Files.delete(history(project));
        Files.createDirectory(history(project));
        jenkins.jenkins.reload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(project.getFullName(), FreeStyleProject.class);

        LoggedDecision decision = tick(loaded);

        assertThat(decision.reason()).isEqualTo("no-ledger");
        assertThat(decision.message()).contains(history(loaded).toString());
        jenkins.buildAndAssertSuccess(loaded);
        assertThat(history(loaded)).isDirectory();
    }

    @Test
    void aDisabledJobLogsNothing() throws Exception {
        FreeStyleProject project = project();
        project.disable();

        LookQueue.get().look(project, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);

        assertThat(DecisionLog.of(project).last()).isEmpty();
    }

    @Test
    void whileAnAddressFlapsThePageTellsWhenTheWaitEnds() throws Exception {
        FreeStyleProject project = project();
        SecuritySpaceDnsTrigger often = new SecuritySpaceDnsTrigger("* * * * *");
        project.addTrigger(often);
        often.start(project, false);
        jenkins.buildAndAssertSuccess(project);
        moveTo(ELSEWHERE);
        assertThat(tick(project).reason()).isEqualTo("address-changed");
        moveTo(Simulator.PUBLIC_ADDRESS);
        assertThat(tick(project).reason()).isEqualTo("flapping");

        Optional<Instant> next = often.nextLook();

        assertThat(next.orElseThrow()).isAfter(Instant.now().plus(Duration.ofMinutes(4)));
    }
}
