package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The address of an agent that is a process of its own. */
@WithJenkins
class AgentJenkinsTest {

    private static final String NO_ADDRESS =
            "a.example.com no-address: The public address of office could not be found, because the connection to it failed";

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    /** Counts down when a source has been asked. */
    private final CountDownLatch asked = new CountDownLatch(1);

    private JenkinsRule jenkins;
    private Slave office;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        // A build that waited for the deadline would not end within the time of a test.
        SecuritySpaceDnsConfiguration.get().setDetectionSeconds(600);
        office = agents.createAgent(rule, "office");
    }

    private void sourcesHang() {
        for (String source : new String[] {"one", "two"}) {
            dns.simulator().echoFault(source, exchange -> {
                asked.countDown();
                Fault.silence().play(exchange);
            });
        }
    }

    private void killTheAgentWhenASourceWasAsked() throws InterruptedException {
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        agents.stop("office");
    }

    @Test
    void aPipelineWhoseAgentIsKilledDuringDetectionEndsWithTheReason() throws Exception {
        sourcesHang();
        WorkflowRun run = Pipelines.start(jenkins, "node('office') { securitySpaceDnsUpdate 'a.example.com' }");
        killTheAgentWhenASourceWasAsked();

        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));

        jenkins.assertLogContains(NO_ADDRESS, run);
        jenkins.assertLogNotContains("\tat io.jenkins.plugins.securityspacedns", run);
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void aFreestyleBuildWhoseAgentIsKilledDuringDetectionEndsWithTheReason() throws Exception {
        sourcesHang();
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setAssignedNode(office);
        job.getBuildersList().add(new SecuritySpaceDnsBuilder("a.example.com"));
        FreeStyleBuild run = job.scheduleBuild2(0).waitForStart();
        killTheAgentWhenASourceWasAsked();

        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));

        jenkins.assertLogContains(NO_ADDRESS, run);
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void buildsThatAskForTheSameAgentTogetherShareOneDetection() throws Exception {
        office.setNumExecutors(2);
        jenkins.jenkins.setNodes(jenkins.jenkins.getNodes());
        CountDownLatch mayAnswer = new CountDownLatch(1);
        dns.simulator().echoFault("one", exchange -> {
            asked.countDown();
            await(mayAnswer);
            Fault.none().play(exchange);
        });
        WorkflowRun first = Pipelines.start(jenkins, "node('office') { echo \"<${publicAddress()}>\" }");
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        WorkflowRun second =
                Pipelines.start(jenkins, "node('office') { echo 'It asks.'\nsecuritySpaceDnsUpdate 'a.example.com' }");
        jenkins.waitForMessage("It asks.", second);

        mayAnswer.countDown();

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
        jenkins.assertLogContains("<" + Simulator.PUBLIC_ADDRESS + ">", first);
        jenkins.assertLogContains("The public address is " + Simulator.PUBLIC_ADDRESS, second);
        assertThat(dns.simulator().echoRequests()).hasSize(2); // one for each source
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
