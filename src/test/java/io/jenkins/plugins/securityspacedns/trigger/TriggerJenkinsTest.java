package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.slaves.ComputerListener;
import hudson.slaves.DumbSlave;
import hudson.slaves.OfflineCause;
import hudson.triggers.TimerTrigger;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.job.SecuritySpaceDnsBuilder;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsJobAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The trigger in a real Jenkins, with the simulator as endpoint and as the sources of the address. */
@WithJenkins
class TriggerJenkinsTest {

    /** Once a week, so that no look comes by itself, and a page can tell the next one. */
    private static final String SCHEDULE = "H H * * 0";

    private static final String ELSEWHERE = "8.8.4.4";
    private static final String STEP = "securitySpaceDnsUpdate 'a.example.com'";

    private final Simulator simulator = Simulator.start();
    private JenkinsRule jenkins;
    private int moves;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        simulator.addAccount("alice", "pw", "a.example.com", "b.example.com");
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "alice", null, "alice", "pw"));
        provider.save();
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint(simulator.httpEndpoint().toString());
        configuration.setCredentialsId("alice");
        moveTo(Simulator.PUBLIC_ADDRESS);
        keepEventsOut();
    }

    /** The looks of this test are those of the schedule. The built-in node connected when Jenkins started. */
    private static void keepEventsOut() throws InterruptedException {
        ComputerListener.all().remove(ExtensionList.lookupSingleton(LookEvents.Agents.class));
        SaveableListener.all().remove(ExtensionList.lookupSingleton(LookEvents.Credentials.class));
        CountDownLatch over = new CountDownLatch(1);
        LookQueue.get().soon(over::countDown);
        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** New sources are asked at once, where those of before would be asked again after a minute. */
    private void moveTo(String address) {
        simulator.echoAll(address);
        moves++;
        SecuritySpaceDnsConfiguration.get()
                .setSources(simulator.echoUri("one" + moves) + " " + simulator.echoUri("two" + moves));
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.addTrigger(new SecuritySpaceDnsTrigger(SCHEDULE));
        return job;
    }

    private LoggedDecision tick(Job<?, ?> job) throws Exception {
        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        jenkins.waitUntilNoActivity();
        return DecisionLog.of(job).last().orElseThrow();
    }

    private String reasonOf(Job<?, ?> job) throws Exception {
        return tick(job).reason();
    }

    private static int builds(Job<?, ?> job) {
        return job.getLastBuild() == null ? 0 : job.getLastBuild().getNumber();
    }

    @Test
    void aJobThatNeverUpdatedIsStartedAndThenLeftAlone() throws Exception {
        WorkflowJob job = job(STEP);

        assertThat(reasonOf(job)).isEqualTo("never-updated");
        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        for (int tick = 0; tick < 20; tick++) {
            assertThat(reasonOf(job)).isEqualTo("unchanged");
        }
        assertThat(builds(job)).isEqualTo(1);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aChangeStartsExactlyOneBuildWhichSaysWhyAndTheUpdateArrives() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        moveTo(ELSEWHERE);

        LoggedDecision decision = tick(job);

        assertThat(decision.started()).isTrue();
        assertThat(decision.reason()).isEqualTo("address-changed");
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
        assertThat(reasonOf(job)).isEqualTo("unchanged");
        assertThat(builds(job)).isEqualTo(2);
        String why = "The address of the controller changed from " + Simulator.PUBLIC_ADDRESS + " to " + ELSEWHERE;
        WorkflowRun run = job.getLastBuild();
        assertThat(run.getCause(SecuritySpaceDnsCause.class).getReason()).isEqualTo("address-changed");
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText()).contains(why);
        assertThat(jenkins.getJSON(run.getUrl() + "api/json").getContentAsString())
                .contains("\"reason\":\"address-changed\"");
    }

    @Test
    void thePageOfTheJobTellsTheLastDecisionAndTheNextLook() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);

        String page = jenkins.createWebClient()
                .goTo(job.getUrl() + "securityspace-dns/")
                .asNormalizedText();

        assertThat(page)
                .contains("a.example.com")
                .contains("build started")
                .contains("never-updated")
                .contains("The trigger looks again at");
    }

    @Test
    void aJobThatUpdatesNothingHasItsPageAsSoonAsItHasTheTriggerAndOnlyOne() throws Exception {
        WorkflowJob job = job("echo 'no step'");

        assertThat(job.getActions(DnsJobAction.class)).hasSize(1);
        assertThat(jenkins.createWebClient()
                        .goTo(job.getUrl() + "securityspace-dns/")
                        .asNormalizedText())
                .contains("No build of this job has updated a host")
                .contains("The trigger has not looked yet.");

        job.setDefinition(new CpsFlowDefinition(STEP, true));
        tick(job);
        assertThat(job.getActions(DnsJobAction.class)).hasSize(1);
        assertThat(jenkins.createProject(WorkflowJob.class).getActions(DnsJobAction.class))
                .isEmpty();
    }

    @Test
    void sourcesThatAreDownStartNothing() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        moveTo("no address");

        LoggedDecision decision = tick(job);

        assertThat(decision.reason()).isEqualTo("no-address");
        assertThat(decision.started()).isFalse();
        assertThat(builds(job)).isEqualTo(1);
    }

    @Test
    void anAgentThatIsOfflineStartsNothingUnlessTheLabelHasAnother() throws Exception {
        DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
        WorkflowJob job = job("node('" + office.getNodeName() + "') { " + STEP + " }");
        tick(job);
        office.toComputer().disconnect(new OfflineCause.ByCLI("test")).get();
        moveTo(ELSEWHERE);

        LoggedDecision decision = tick(job);
        assertThat(decision.reason()).isEqualTo("agent-offline");
        assertThat(decision.message()).contains(office.getNodeName());

        SecuritySpaceDnsTrigger labelled = new SecuritySpaceDnsTrigger(SCHEDULE);
        labelled.setLabel("office");
        job.addTrigger(labelled);
        assertThat(reasonOf(job)).isEqualTo("agent-offline");
        jenkins.createOnlineSlave(Label.get("office"));
        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        assertThat(DecisionLog.of(job).last().orElseThrow().reason()).isEqualTo("address-changed");
        office.toComputer().connect(false).get();
        jenkins.waitUntilNoActivity();
    }

    @Test
    void anAgentThatIsGoneIsTold() throws Exception {
        DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
        WorkflowJob job = job("node('office') { " + STEP + " }");
        tick(job);
        jenkins.jenkins.removeNode(office);

        assertThat(tick(job).message()).contains("no agent \"" + office.getNodeName() + "\" any more");
    }

    @Test
    void aJobThatUpdatesNothingIsStartedOnce() throws Exception {
        WorkflowJob job = job("echo 'no step'");

        assertThat(reasonOf(job)).isEqualTo("never-updated");
        assertThat(reasonOf(job)).isEqualTo("no-update");
        assertThat(reasonOf(job)).isEqualTo("no-update");
        assertThat(builds(job)).isEqualTo(1);
    }

    @Test
    void aBuildThatDoesNotHelpIsNotStartedAtEachTick() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        job.setDefinition(new CpsFlowDefinition("error 'broken'", true));
        moveTo(ELSEWHERE);

        assertThat(reasonOf(job)).isEqualTo("address-changed");
        assertThat(reasonOf(job)).isEqualTo("started-before");
        assertThat(builds(job)).isEqualTo(2);
    }

    @Test
    void whoeverResumesAnAccountAgainDoesNotWaitForTheTrigger() throws Exception {
        ConfiguredEngine engine = ConfiguredEngine.get();
        WorkflowJob job = job(STEP);
        tick(job);
        moveTo(ELSEWHERE);
        for (String reason : List.of("address-changed", "resumed")) {
            simulator.next(Fault.answer(200, "blocked\n"));
            assertThat(reasonOf(job)).isEqualTo(reason);
            engine.ledger().change(engine.account("alice"), AccountState::resumed);
        }

        assertThat(reasonOf(job)).isEqualTo("resumed");
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
    }

    @Test
    void ofAHostThatAStopKeptFromBeingSentTheStopIsRemembered() throws Exception {
        HostResult deferred = new HostResult(
                "a.example.com", Outcome.DEFERRED, Outcome.BLOCKED, "Not sent.", Verdict.FAILURE, Duration.ZERO);
        DnsUpdateResult result = new DnsUpdateResult(
                new UpdateResult(Optional.of(IpAddress.parse(ELSEWHERE)), List.of(deferred)),
                "alice",
                "",
                "",
                "",
                false,
                Instant.now());

        assertThat(PastUpdate.of(new FreeStyleBuild(jenkins.createFreeStyleProject()), result)
                        .orElseThrow()
                        .hosts())
                .containsValue(Outcome.BLOCKED);
    }

    @Test
    void aBuildThatRunsIsNotStartedAgain() throws Exception {
        simulator.always(Fault.silence());
        SecuritySpaceDnsConfiguration.get().setRequestSeconds(600);
        WorkflowJob job = job(STEP);
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        simulator.awaitRequests(1, Duration.ofSeconds(60));

        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);

        assertThat(DecisionLog.of(job).last().orElseThrow().reason()).isEqualTo("build-under-way");
        run.doStop();
        jenkins.waitForCompletion(run);
        assertThat(builds(job)).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledBeforeItsScriptWasThereIsNotWaitedFor() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        Path build = job.getBuildDir().toPath().resolve("2");
        Files.createDirectories(build);
        Files.writeString(
                build.resolve("build.xml"),
                "<flow-build><timestamp>1</timestamp><startTime>1</startTime></flow-build>");
        job.updateNextBuildNumber(3);
        job.getLazyBuildMixIn().getRunMap().purgeCache();
        assertThat(job.getBuildByNumber(2).isBuilding()).isTrue();
        moveTo(ELSEWHERE);

        assertThat(reasonOf(job)).isEqualTo("address-changed");
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
    }

    @Test
    void aJobInTheQueueOrDisabledIsNotStartedNorIsAnyWhenJenkinsShutsDown() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        SecuritySpaceDnsTrigger trigger = new SecuritySpaceDnsTrigger(SCHEDULE);
        project.addTrigger(trigger);
        trigger.start(project, false);
        project.scheduleBuild2(3600);
        LookQueue.get().look(project, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        assertThat(DecisionLog.of(project).last().orElseThrow().reason()).isEqualTo("build-under-way");
        jenkins.jenkins.getQueue().cancel(project);

        jenkins.jenkins.doQuietDown();
        assertThat(reasonOf(project)).isEqualTo("quiet-down");
        jenkins.jenkins.doCancelQuietDown();

        assertThat(trigger.nextLook()).isPresent();
        project.disable();
        assertThat(reasonOf(project)).isEqualTo("quiet-down");
        assertThat(trigger.nextLook()).isEmpty();
        assertThat(builds(project)).isZero();
    }

    @Test
    void savingAndRenamingKeepTheHistoryAndACopyHasNone() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("office");
        project.getBuildersList().add(new SecuritySpaceDnsBuilder("a.example.com"));
        SecuritySpaceDnsTrigger trigger = new SecuritySpaceDnsTrigger(SCHEDULE);
        trigger.setLabel("built-in");
        project.addTrigger(trigger);
        assertThat(reasonOf(project)).isEqualTo("never-updated");

        jenkins.configRoundtrip(project);
        SecuritySpaceDnsTrigger saved = project.getTrigger(SecuritySpaceDnsTrigger.class);
        assertThat(saved).isNotSameAs(trigger);
        assertThat(saved.getCron()).isEqualTo(SCHEDULE);
        assertThat(saved.getLabel()).isEqualTo("built-in");
        assertThat(reasonOf(project)).isEqualTo("unchanged");

        project.renameTo("büro");
        assertThat(reasonOf(project)).isEqualTo("unchanged");
        assertThat(DecisionLog.of(project).latestFirst())
                .extracting(LoggedDecision::times)
                .containsExactly(2, 1);

        FreeStyleProject copy = (FreeStyleProject) jenkins.jenkins.copy((TopLevelItem) project, "copy");
        assertThat(reasonOf(copy)).isEqualTo("not-buildable"); // until somebody has saved it
        jenkins.configRoundtrip(copy);
        assertThat(reasonOf(copy)).isEqualTo("never-updated");
        assertThat(reasonOf(copy)).isEqualTo("unchanged");
        assertThat(builds(project)).isEqualTo(1);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void parametersGetTheirDefaults() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("HOST", "a")));
        project.getBuildersList().add(new SecuritySpaceDnsBuilder("${HOST}.example.com"));
        project.addTrigger(new SecuritySpaceDnsTrigger(SCHEDULE));

        tick(project);

        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        assertThat(reasonOf(project)).isEqualTo("unchanged");
    }

    @Test
    void aMistypedParameterDoesNotHideTheRealHost() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("HOST", "a")));
        project.getBuildersList().add(new SecuritySpaceDnsBuilder("${HOST}.example.com"));
        project.addTrigger(new SecuritySpaceDnsTrigger(SCHEDULE));
        tick(project);
        ParametersAction typo = new ParametersAction(new StringParameterValue("HOST", "tpyo"));
        jenkins.assertBuildStatus(Result.FAILURE, project.scheduleBuild2(0, typo));
        moveTo(ELSEWHERE);

        assertThat(reasonOf(project)).isEqualTo("address-changed");
        assertThat(simulator.address("a.example.com")).hasValue(ELSEWHERE);
        assertThat(reasonOf(project)).isEqualTo("unchanged");
    }

    @Test
    void anAddressThatReturnsFlapsAndTheNextLookWaits() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        moveTo(ELSEWHERE);
        assertThat(reasonOf(job)).isEqualTo("address-changed");
        moveTo(Simulator.PUBLIC_ADDRESS);

        LoggedDecision decision = tick(job);

        assertThat(decision.reason()).isEqualTo("flapping");
        assertThat(decision.started()).isFalse();
        assertThat(decision.message()).contains(Simulator.PUBLIC_ADDRESS).contains(ELSEWHERE);
        assertThat(decision.details())
                .hasSize(2)
                .anySatisfy(detail -> assertThat(detail).contains(ELSEWHERE + ", says"))
                .anySatisfy(detail -> assertThat(detail).contains(Simulator.PUBLIC_ADDRESS + ", says"));
        int decisions = DecisionLog.of(job).latestFirst().size();
        assertThat(reasonOf(job)).isEqualTo("flapping");
        assertThat(DecisionLog.of(job).latestFirst()).hasSize(decisions);
        assertThat(builds(job)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((bad", "a b"})
    void aBrokenLabelIsToldAsSuch(String label) throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        SecuritySpaceDnsTrigger broken = new SecuritySpaceDnsTrigger(SCHEDULE);
        broken.setLabel(label);
        job.addTrigger(broken);

        LoggedDecision decision = tick(job);

        assertThat(decision.reason()).isEqualTo("broken-label");
        assertThat(decision.message())
                .startsWith("The label expression \"" + label + "\" of the trigger cannot be read: ")
                .doesNotContain("online");
    }

    @Test
    void aTriggerWithoutAFieldWorks() throws Exception {
        String type = SecuritySpaceDnsTrigger.class.getName();
        SecuritySpaceDnsTrigger unlabelled = (SecuritySpaceDnsTrigger)
                Jenkins.XSTREAM2.fromXML("<" + type + "><spec>" + SCHEDULE + "</spec></" + type + ">");
        assertThat(unlabelled.getLabel()).isEmpty();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(STEP, true));
        job.addTrigger(unlabelled);
        assertThat(reasonOf(job)).isEqualTo("never-updated");
        assertThat(reasonOf(job)).isEqualTo("unchanged");
        assertThat(unlabelled.nextLook()).isPresent();

        SecuritySpaceDnsTrigger empty = (SecuritySpaceDnsTrigger) Jenkins.XSTREAM2.fromXML("<" + type + "/>");
        assertThat(empty.getLabel()).isEmpty();
        assertThat(empty.getCron()).isEmpty();
        empty.start(job, false);
        assertThat(empty.nextLook()).isEmpty();
        SecuritySpaceDnsCause cause =
                (SecuritySpaceDnsCause) Jenkins.XSTREAM2.fromXML("<" + SecuritySpaceDnsCause.class.getName() + "/>");
        assertThat(cause.getShortDescription()).endsWith("DNS: ");
    }

    @Test
    void theAddressOfTheFamilyOfTheLastUpdateIsLookedFor() throws Exception {
        moveTo("2606:4700:4700::64");
        WorkflowJob job = job("securitySpaceDnsUpdate hostnames: 'a.example.com', family: 'ipv6'");
        tick(job);
        assertThat(reasonOf(job)).isEqualTo("unchanged");
        moveTo("2606:4700:4700::65");

        assertThat(reasonOf(job)).isEqualTo("address-changed");

        assertThat(simulator.address("a.example.com")).hasValue("2606:4700:4700::65");
    }

    @Test
    void anAddressThatIsGivenIsNotLookedFor() throws Exception {
        WorkflowJob job = job("securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7'");
        tick(job);
        simulator.clearRequests();

        assertThat(reasonOf(job)).isEqualTo("unchanged");
        assertThat(simulator.echoRequests()).isEmpty();
    }

    @Test
    void aBlockedAccountStartsNothingUntilItIsResumed() throws Exception {
        WorkflowJob job = job(STEP);
        simulator.block("alice");
        tick(job);
        simulator.unblock("alice");

        assertThat(reasonOf(job)).isEqualTo("stopped");
        ConfiguredEngine engine = ConfiguredEngine.get();
        engine.ledger().change(engine.account("alice"), AccountState::resumed);
        assertThat(reasonOf(job)).isEqualTo("resumed");
        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void credentialsThatAreGoneStartNothing() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().save();
        moveTo(ELSEWHERE);

        LoggedDecision decision = tick(job);

        assertThat(decision.reason()).isEqualTo("no-credentials");
        assertThat(decision.message()).contains("\"alice\"");
    }

    @Test
    void ticksThatComeTooFastAreOne() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        moveTo(ELSEWHERE);
        simulator.echoFault("one" + moves, Fault.silence());
        simulator.echoFault("two" + moves, Fault.silence());
        SecuritySpaceDnsConfiguration.get().setDetectionSeconds(2);
        int before = DecisionLog.of(job).latestFirst().size();

        CompletableFuture<Void> slow = LookQueue.get().look(job, LookEvent.SCHEDULE);
        assertThat(LookQueue.get().look(job, LookEvent.SCHEDULE)).isSameAs(slow);
        slow.get(60, TimeUnit.SECONDS);

        assertThat(DecisionLog.of(job).latestFirst()).hasSize(before + 1);
    }

    @Test
    void aJobThatIsDeletedMeanwhileLeavesNothingBehind() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        job.delete();

        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);

        assertThat(job.getRootDir()).doesNotExist();
    }

    @Test
    void thePageOfTheJobAndTheRemoteApiTellTheLastDecisionAndTheLogTellsAll() throws Exception {
        WorkflowJob job = job(STEP);
        tick(job);
        tick(job);
        tick(job);

        JenkinsRule.WebClient browser = jenkins.createWebClient();
        assertThat(browser.getPage(job).asNormalizedText())
                .contains("unchanged")
                .contains("no build started");
        assertThat(browser.getPage(job, "securityspace-dns-log").asNormalizedText())
                .containsPattern("build started\\s+never-updated\\s")
                .containsPattern("[23] times since .+\\s+no build started\\s+unchanged\\s")
                .contains("The public address is " + Simulator.PUBLIC_ADDRESS);
        String decision = "api/json?tree=actions[lastDecision[time,times,event,reason,message,started],nextLook]";
        assertThat(jenkins.getJSON(job.getUrl() + decision).getContentAsString())
                .contains("\"lastDecision\":")
                .contains("\"event\":\"schedule\"")
                .contains("\"times\":2")
                .contains("\"reason\":\"unchanged\"");
    }

    @Test
    void aPasswordIsInNoLog() throws Exception {
        WorkflowJob job = job(STEP);
        simulator.setPassword("alice", "another");
        tick(job);

        assertThat(reasonOf(job)).isEqualTo("stopped");
        assertThat(DecisionLog.of(job).latestFirst())
                .extracting(LoggedDecision::fields)
                .allSatisfy(line -> assertThat(line).doesNotContain("pw"));
        Run<?, ?> run = job.getLastBuild();
        assertThat(JenkinsRule.getLog(run)).doesNotContain("pw");
    }

    @Test
    void theSnippetGeneratorWritesTheShortestForm() {
        SecuritySpaceDnsTrigger trigger = new SecuritySpaceDnsTrigger(SCHEDULE);
        assertThat(Snippetizer.object2Groovy(DescribableModel.uninstantiate2_(trigger), true))
                .isEqualTo("securitySpaceDns('" + SCHEDULE + "')");
        trigger.setLabel("office");
        assertThat(Snippetizer.object2Groovy(DescribableModel.uninstantiate2_(trigger), true))
                .isEqualTo("securitySpaceDns(cron: '" + SCHEDULE + "', label: 'office')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "* * *", "TZ=Mars/Olympus\nH * * * *"})
    void aScheduleThatCannotBeReadIsRefusedWithWhatToWrite(String schedule) {
        assertThatThrownBy(() -> new SecuritySpaceDnsTrigger(schedule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The schedule \"" + schedule.substring(0, 2))
                .hasMessageContaining("H/10 * * * *");
    }

    @Test
    void theScheduleMayBeEmpty() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("properties([pipelineTriggers([securitySpaceDns('')])])", true));
        jenkins.buildAndAssertSuccess(job);
        SecuritySpaceDnsTrigger trigger = ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class);
        assertThat(trigger.getCron()).isEmpty();
        assertThat(Snippetizer.object2Groovy(DescribableModel.uninstantiate2_(trigger), true))
                .isEqualTo("securitySpaceDns('')");
        FormValidation check = jenkins.jenkins
                .getDescriptorByType(SecuritySpaceDnsTrigger.DescriptorImpl.class)
                .doCheckCron(job, " ");
        assertThat(check.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(check.getMessage()).contains("Without a schedule");
    }

    @Test
    void theFormChecksAsCoreDoesAndAnswersOnlyWhoMayConfigure() throws Exception {
        SecuritySpaceDnsTrigger.DescriptorImpl form =
                jenkins.jenkins.getDescriptorByType(SecuritySpaceDnsTrigger.DescriptorImpl.class);
        TimerTrigger.DescriptorImpl core = jenkins.jenkins.getDescriptorByType(TimerTrigger.DescriptorImpl.class);
        WorkflowJob job = job(STEP);
        assertThat(form.doCheckCron(job, "H 1 1 1 *").renderHtml())
                .isEqualTo(core.doCheckSpec("H 1 1 1 *", job).renderHtml());
        assertThat(form.doCheckCron(job, "often").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckLabel(job, "a &&").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckLabel(job, "nowhere").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(form.doCheckLabel(job, "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doAutoCompleteLabel(job, "built").getValues()).contains("built-in");
        assertThat(form.isApplicable(job)).isTrue();

        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
        try (ACLContext reader = ACL.as(User.getOrCreateByIdOrFullName("reader"))) {
            assertThatThrownBy(() -> form.doCheckCron(job, SCHEDULE)).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> form.doCheckLabel(job, "")).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> form.doAutoCompleteLabel(null, "")).isInstanceOf(AccessDeniedException3.class);
        }
    }

    @Test
    void theTimerOnlyPutsTheJobInLine() throws Exception {
        WorkflowJob job = job(STEP);
        SecuritySpaceDnsTrigger trigger = new SecuritySpaceDnsTrigger(SCHEDULE);
        trigger.run(); // core may do so before it starts a trigger
        trigger.start(job, true);

        trigger.run();

        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        jenkins.waitUntilNoActivity();

        assertThat(builds(job)).isEqualTo(1);
    }
}
