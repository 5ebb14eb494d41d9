package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts between two looks. */
class TriggerRestartJenkinsTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static LoggedDecision tick(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class);
        CountDownLatch soon = new CountDownLatch(1);
        LookQueue.get().soon(soon::countDown); // after that of the built-in node, which has connected
        assertThat(soon.await(60, TimeUnit.SECONDS)).isTrue();
        LookQueue.get().look(job, LookEvent.SCHEDULE).get(60, TimeUnit.SECONDS);
        jenkins.waitUntilNoActivity();
        return DecisionLog.of(job).last().orElseThrow();
    }

    @Test
    void noBuildIsStartedForARestartAndNoneIsMissed() throws Throwable {
        simulator.addAccount("alice", "pw", "a.example.com");
        sessions.then(jenkins -> {
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "alice", null, "alice", "pw"));
            SystemCredentialsProvider.getInstance().save();
            SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
            configuration.setEndpoint(simulator.httpEndpoint().toString());
            configuration.setSources(simulator.echoUri("one") + " " + simulator.echoUri("two"));
            configuration.save();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "dns");
            job.setDefinition(new CpsFlowDefinition(
                    "securitySpaceDnsUpdate hostnames: 'a.example.com', credentialsId: 'alice'", true));
            job.addTrigger(new SecuritySpaceDnsTrigger("H/10 * * * *"));
            assertThat(tick(jenkins).reason()).isEqualTo("never-updated");
        });
        sessions.then(jenkins -> assertThat(tick(jenkins).reason()).isEqualTo("unchanged"));
        simulator.echoAll("8.8.4.4");
        sessions.then(jenkins -> {
            tick(jenkins);
            WorkflowJob job = jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class);
            assertThat(DecisionLog.of(job).latestFirst())
                    .filteredOn(LoggedDecision::started)
                    .first()
                    .returns("address-changed", LoggedDecision::reason);
            job.doReload();
            SecuritySpaceDnsCause cause = job.getLastBuild().getCause(SecuritySpaceDnsCause.class);
            assertThat(cause.getMessage()).contains("to 8.8.4.4");
        });
        assertThat(simulator.address("a.example.com")).hasValue("8.8.4.4");
        sessions.then(jenkins -> {
            WorkflowJob job = jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class);
            assertThat(job.getLastBuild().getNumber()).isEqualTo(2);
            assertThat(job.getLastBuild().getCause(SecuritySpaceDnsCause.class).getReason())
                    .isEqualTo("address-changed");
        });
    }
}
