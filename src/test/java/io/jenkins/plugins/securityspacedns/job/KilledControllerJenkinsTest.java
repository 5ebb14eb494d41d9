package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** A controller whose process is killed while the server is slow. */
class KilledControllerJenkinsTest {

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    @Test
    void theBuildGoesOnWithTheNextControllerAndEndsWithTheRightVerdict() throws Throwable {
        String endpoint = dns.simulator().httpEndpoint().toString();
        dns.simulator().always(Fault.silence());
        controller.startJenkins();
        controller.runRemotely(KilledControllerJenkinsTest::start, endpoint);
        dns.simulator().awaitRequests(1, Duration.ofSeconds(60));

        controller.stopJenkinsForcibly();
        dns.simulator().heal();
        controller.startJenkins();

        controller.runRemotely(KilledControllerJenkinsTest::finish);
        assertThat(dns.simulator().address("a.example.com")).hasValue("203.0.113.7");
    }

    private static void start(JenkinsRule jenkins, String endpoint) throws Exception {
        SimulatedDns.configure(endpoint, "");
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setRequestSeconds(600);
        configuration.save();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
        job.setDefinition(new CpsFlowDefinition(
                "def dns = securitySpaceDnsUpdate(hostnames: 'a.example.com', address: '203.0.113.7')\n"
                        + "echo \"<${dns.verdict} ${dns.hosts[0].outcome}>\"",
                true));
        job.scheduleBuild2(0).waitForStart();
    }

    private static void finish(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("<SUCCESS updated>", run);
        assertThat(run.getAction(DnsUpdateAction.class).getUpdates()).hasSize(1);
    }
}
