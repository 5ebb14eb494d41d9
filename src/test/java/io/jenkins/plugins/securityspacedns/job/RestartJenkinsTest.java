package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        CountDownLatch asked = new CountDownLatch(1);
        sessions.then(jenkins -> {
            dns.configure();
            SecuritySpaceDnsConfiguration.get().setDetectionSeconds(600);
            SecuritySpaceDnsConfiguration.get().save();
            simulator.echoFault("one", exchange -> {
                asked.countDown();
                Fault.silence().play(exchange);
            });
            DumbSlave office = jenkins.createOnlineSlave(Label.get("office"));
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition(
                    "node('office') {\n"
                            + "  try { securitySpaceDnsUpdate 'a.example.com' } catch (e) { echo 'The agent is lost.' }\n"
                            + "  securitySpaceDnsUpdate 'a.example.com'\n"
                            + "}",
                    true));
            job.scheduleBuild2(0).waitForStart();
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            jenkins.jenkins.removeNode(office);
        });
        simulator.heal();
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            jenkins.waitForCompletion(run);
            jenkins.assertLogContains("The agent is lost.", run);
            jenkins.assertLogNotContains("the controller:", run);
            assertThat(run.getAction(DnsUpdateAction.class).getUpdates()).allSatisfy(update -> {
                assertThat(update.getAddress()).isNull();
                assertThat(update.getHosts())
                        .extracting(DnsHostResult::getOutcome)
                        .containsExactly("no-address");
            });
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
