package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.File;
import java.time.Duration;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while an update is under way. */
class RestartJenkinsTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private final Simulator simulator = dns.simulator();

    @Test
    void withoutItsAgentAStepTakesNoOtherMachinesAddress() throws Throwable {
        sessions.then(jenkins -> {
            dns.configure();
            jenkins.createOnlineSlave(Label.get("office"));
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition(
                    "node('office') {\n"
                            + "  try { sleep 600 } catch (e) { echo 'The agent is lost.' }\n"
                            + "  securitySpaceDnsUpdate 'a.example.com'\n"
                            + "}",
                    true));
            jenkins.waitForMessage("Sleeping", job.scheduleBuild2(0).waitForStart());
        });
        FileUtils.deleteDirectory(new File(sessions.getHome(), "nodes"));
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            jenkins.waitForCompletion(run);
            jenkins.assertLogContains("The agent is lost.", run);
            jenkins.assertLogNotContains("the controller:", run);
            jenkins.assertLogContains("a.example.com no-address: The agent \"slave0\" of this step is gone.", run);
        });
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void anAddressThatWasFoundBeforeARestartIsFoundAgain() throws Throwable {
        sessions.then(jenkins -> {
            dns.configure();
            SecuritySpaceDnsConfiguration.get().setRequestSeconds(600);
            SecuritySpaceDnsConfiguration.get().save();
            simulator.always(Fault.silence());
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition("securitySpaceDnsUpdate 'a.example.com'", true));
            job.scheduleBuild2(0).waitForStart();
            simulator.awaitRequests(1, Duration.ofSeconds(60));
            simulator.heal();
        });
        simulator.echo("one", "8.8.4.4");
        simulator.echo("two", "8.8.4.4");
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        });
        assertThat(simulator.address("a.example.com")).hasValue("8.8.4.4");
    }

    @Test
    void theBuildEndsWithTheRightVerdictAndAReadableResult() throws Throwable {
        sessions.then(jenkins -> {
            dns.configure();
            SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
            configuration.setRequestSeconds(600);
            configuration.save();
            simulator.always(Fault.silence());
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition(
                    "def dns = securitySpaceDnsUpdate(hostnames: 'a.example.com', address: '203.0.113.7')\n"
                            + "sleep 1\necho \"<${dns.hosts[0].outcome}>\"",
                    true));
            job.scheduleBuild2(0).waitForStart();
            simulator.awaitRequests(1, Duration.ofSeconds(60));
            simulator.heal();
        });
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("<updated>", run);
            assertThat(run.getAction(DnsUpdateAction.class).getUpdates()).hasSize(1);
        });
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.7");
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            assertThat(run.getAction(DnsUpdateAction.class)
                            .getUpdates()
                            .get(0)
                            .getHosts()
                            .get(0)
                            .getOutcome())
                    .isEqualTo("updated");
        });
    }
}
