package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Builds that are aborted in the midst of an update. All deadlines are far beyond the patience of a test. */
@WithJenkins
class AbortJenkinsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    /** Counts down when a client that waited in vain has closed its connection. */
    private final CountDownLatch left = new CountDownLatch(1);

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        SecuritySpaceDnsConfiguration.get().setRequestSeconds(600);
        SecuritySpaceDnsConfiguration.get().setDetectionSeconds(600);
        dns.simulator().always(exchange -> {
            Fault.silence().play(exchange);
            left.countDown();
        });
    }

    private void assertAborted(Run<?, ?> run) throws Exception {
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(JenkinsRule.getLog(run)).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.getAction(DnsUpdateAction.class)).isNull();
    }

    @Test
    void aPipelineEndsAtOnceAndLeavesNothingBehind() throws Exception {
        WorkflowRun run = Pipelines.start(jenkins, "securitySpaceDnsUpdate 'a.example.com'\necho 'goes on'");
        dns.simulator().awaitRequests(1, PATIENCE);

        run.doStop();

        assertAborted(run);
        jenkins.assertLogNotContains("goes on", run);
    }

    @Test
    void aFreestyleBuildEndsAtOnceAndLeavesNothingBehind() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new SecuritySpaceDnsBuilder("a.example.com"));
        FreeStyleBuild run = job.scheduleBuild2(0).waitForStart();
        dns.simulator().awaitRequests(1, PATIENCE);

        run.doStop();

        assertAborted(run);
    }

    @Test
    void aPipelineThatStillLooksForTheAddressEndsAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        dns.simulator().echoFault("one", exchange -> {
            asked.countDown();
            Fault.silence().play(exchange);
        });
        WorkflowRun run = Pipelines.start(jenkins, "securitySpaceDnsUpdate 'a.example.com'");
        assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(JenkinsRule.getLog(run)).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(dns.simulator().requests()).isEmpty();
    }
}
