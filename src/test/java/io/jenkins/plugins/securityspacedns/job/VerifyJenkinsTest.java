package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Builds that wait for the name servers. The name server of the zone is said to be at an address where none answers. */
class VerifyJenkinsTest {

    private static final String NOBODY = "127.0.53.1";
    private static final String UPDATE = "hostnames: 'a.example.com', address: '203.0.113.7', verify: true";
    private static final String WAITING = "Waiting until the name servers serve 203.0.113.7.";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private final NameServer resolver =
            new NameServer(".").with("example.com", "NS", "ns1.example.com.").with("ns1.example.com", "A", NOBODY);

    VerifyJenkinsTest() throws IOException {
        // the resolver may fail to start
    }

    @AfterEach
    void stop() throws IOException {
        resolver.close();
    }

    private void configure(int verifySeconds) throws Exception {
        dns.configure();
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setResolver("127.0.0.1:" + resolver.address().getPort());
        configuration.setVerifySeconds(verifySeconds);
        configuration.save();
    }

    private static DnsUpdateResult onlyUpdate(Run<?, ?> run) {
        List<DnsUpdateResult> updates = run.getAction(DnsUpdateAction.class).getUpdates();
        assertThat(updates).hasSize(1);
        return updates.get(0);
    }

    private static DnsHostResult onlyHost(Run<?, ?> run) {
        return onlyUpdate(run).getHosts().get(0);
    }

    /** A name server where the resolver says that one is, if this machine lets tests use that port. */
    private NameServer nameServer() throws IOException {
        try {
            return new NameServer("example.com", new InetSocketAddress(NOBODY, 53));
        } catch (SocketException e) {
            return abort("Nobody but root may listen on port 53 here: " + e.getMessage());
        }
    }

    @Test
    void aHostThatIsNotPublishedInTimeMakesTheBuildUnstableAndSaysWhy() throws Throwable {
        sessions.then(jenkins -> {
            configure(1);
            WorkflowRun run = Pipelines.build(
                    jenkins,
                    Result.UNSTABLE,
                    "def dns = securitySpaceDnsUpdate(" + UPDATE + ")\n"
                            + "echo \"<${dns.hosts[0].outcome} ${dns.hosts[0].verified} ${dns.hosts[0].verifiedAfter}"
                            + " ${dns.changed}>\"");

            jenkins.assertLogContains(WAITING, run);
            jenkins.assertLogContains("<unpublished false null true>", run);
            jenkins.assertLogContains("a.example.com unpublished: SecuritySpace confirmed 203.0.113.7, but after", run);
            jenkins.assertLogContains("ns1.example.com (" + NOBODY + ")", run);
            assertThat(onlyUpdate(run).isVerify()).isTrue();
        });
    }

    @Test
    void unpublishedFailsTheStepIfTheJobSaysSo() throws Throwable {
        sessions.then(jenkins -> {
            configure(1);
            WorkflowRun run = Pipelines.build(
                    jenkins, Result.FAILURE, "securitySpaceDnsUpdate " + UPDATE + ", failOn: ['unpublished']");
            assertThat(onlyHost(run).getVerdict()).isEqualTo("FAILURE");
        });
    }

    @Test
    void withoutVerifyNobodyIsAsked() throws Throwable {
        sessions.then(jenkins -> {
            configure(900);
            WorkflowRun run = Pipelines.build(
                    jenkins,
                    Result.SUCCESS,
                    "def dns = securitySpaceDnsUpdate(hostnames: 'a.example.com', address: '203.0.113.7')\n"
                            + "echo \"<${dns.hosts[0].verified}>\"");
            jenkins.assertLogContains("<null>", run);
            assertThat(resolver.questions()).isZero();
        });
    }

    @Test
    void aPipelineThatWaitsIsAbortedAtOnceAndKeepsWhatWasSent() throws Throwable {
        sessions.then(jenkins -> {
            configure(900);
            WorkflowRun run = Pipelines.start(jenkins, "securitySpaceDnsUpdate " + UPDATE);
            jenkins.waitForMessage(WAITING, run);
            long begin = System.nanoTime();

            run.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(onlyHost(run).getOutcome()).isEqualTo("updated");
            assertThat(JenkinsRule.getLog(run)).doesNotContain("Exception");
        });
    }

    @Test
    void theWaitGoesOnAfterARestartAndNothingIsSentAgain() throws Throwable {
        sessions.then(jenkins -> {
            configure(900);
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition("securitySpaceDnsUpdate " + UPDATE, true));
            jenkins.waitForMessage(WAITING, job.scheduleBuild2(0).waitForStart());
            SecuritySpaceDnsConfiguration.get().setVerifySeconds(1); // is over when Jenkins is back
            SecuritySpaceDnsConfiguration.get().save();
        });
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatus(Result.UNSTABLE, jenkins.waitForCompletion(run));
            assertThat(onlyHost(run).getOutcome()).isEqualTo("unpublished");
            assertThat(onlyHost(run).isChanged()).isTrue();
        });
        assertThat(dns.simulator().requests()).hasSize(1);
    }

    @Test
    void aPipelineGoesOnOnceTheNameServerServesTheAddress() throws Throwable {
        try (NameServer server = nameServer()) {
            sessions.then(jenkins -> {
                configure(60);
                WorkflowRun run = Pipelines.start(jenkins, "securitySpaceDnsUpdate " + UPDATE);
                jenkins.waitForMessage(WAITING, run);
                server.with("a.example.com", "A", "203.0.113.7");

                jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
                assertThat(onlyHost(run).getVerified()).isTrue();
                assertThat(onlyHost(run).getVerifiedAfter()).isNotNegative();
                assertThat(onlyHost(run).getMessage())
                        .matches("The server set the address to 203\\.0\\.113\\.7\\."
                                + " Published after [0-9.]+ s by ns1\\.example\\.com\\.");
            });
        }
    }

    @Test
    void aFreestyleBuildWaitsToo() throws Throwable {
        try (NameServer server = nameServer()) {
            server.with("a.example.com", "A", "203.0.113.7");
            sessions.then(jenkins -> {
                configure(60);
                FreeStyleProject job = jenkins.createFreeStyleProject();
                SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder("a.example.com");
                builder.setAddress("203.0.113.7");
                builder.setVerify(true);
                job.getBuildersList().add(builder);

                Run<?, ?> run = jenkins.buildAndAssertSuccess(job);

                assertThat(onlyHost(run).getVerified()).isTrue();
                jenkins.assertLogContains("Published after", run);
            });
        }
    }

    @Test
    void whatIsConfirmedAndPublishedIsCurrentAndVerified() throws Throwable {
        try (NameServer server = nameServer()) {
            server.with("a.example.com", "A", "203.0.113.7");
            sessions.then(jenkins -> {
                configure(60);
                Pipelines.build(jenkins, Result.SUCCESS, "securitySpaceDnsUpdate " + UPDATE);
                WorkflowRun run = Pipelines.build(jenkins, Result.SUCCESS, "securitySpaceDnsUpdate " + UPDATE);
                assertThat(onlyHost(run).getOutcome()).isEqualTo("current");
                assertThat(onlyHost(run).getVerified()).isTrue();
            });
        }
        assertThat(dns.simulator().requests()).hasSize(1);
    }
}
