package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A thousand jobs of one account, each with a host of its own. */
@WithJenkins
class ManyJobsJenkinsTest {

    private static final int JOBS = 1_000;
    private static final IpAddress HERE = IpAddress.parse(Simulator.PUBLIC_ADDRESS);

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void configure() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "alice", null, "alice", "pw"));
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint(simulator.httpEndpoint().toString());
        configuration.setSources(simulator.echoUri("one") + " " + simulator.echoUri("two"));
    }

    private static FreeStyleProject job(JenkinsRule jenkins, HostName host) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject(host.ascii());
        HostResult updated = new HostResult(
                host.ascii(), Outcome.UPDATED, Outcome.UPDATED, "Updated.", Verdict.SUCCESS, Duration.ZERO);
        FreeStyleBuild build = new FreeStyleBuild(job);
        DnsUpdateResult result = new DnsUpdateResult(
                new UpdateResult(Optional.of(HERE), List.of(updated)), "alice", "", "", "", false, Instant.now());
        DnsUpdateAction.record(build, result);
        Histories.add(build, result);
        build.save();
        job.addTrigger(new SecuritySpaceDnsTrigger("@yearly")); // it looks at once
        return job;
    }

    @Test
    void aLookAtEachTakesLessThanASecondOfOneProcessor(JenkinsRule jenkins) throws Exception {
        configure();
        Map<HostName, HostState> hosts = new HashMap<>();
        for (int i = 0; i < JOBS; i++) {
            HostName host = HostName.parse("host" + i + ".example.com");
            HostState.Confirmation confirmed = new HostState.Confirmation(HERE, Instant.now());
            hosts.put(
                    host, new HostState(Optional.of(confirmed), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        ConfiguredEngine engine = ConfiguredEngine.get();
        engine.ledger()
                .change(
                        engine.account("alice"),
                        unknown -> new AccountState(Optional.empty(), List.of(), Optional.empty(), Pace.UNUSED, hosts));
        for (HostName host : hosts.keySet()) {
            job(jenkins, host);
        }
        jenkins.jenkins.reload();
        List<FreeStyleProject> jobs = jenkins.jenkins.getAllItems(FreeStyleProject.class);
        assertThat(jobs).hasSize(JOBS);

        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long begin = processor.getCurrentThreadCpuTime();
            for (FreeStyleProject job : jobs) {
                TriggerDecision decision = new Look(
                                job, LookQueue.get().histories(), new Flapping(), Clock.systemUTC(), Runnable::run)
                        .run()
                        .join()
                        .orElseThrow();
                assertThat(decision.reason()).as(decision.message()).isEqualTo(Reason.UNCHANGED);
                DecisionLog.of(job).append(LoggedDecision.of(Instant.now(), LookEvent.SCHEDULE, decision));
            }
            least = Math.min(least, processor.getCurrentThreadCpuTime() - begin);
        }

        assertThat(TimeUnit.NANOSECONDS.toMillis(least)).isLessThan(1_000);
    }
}
