package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build step in freestyle jobs. */
@WithJenkins
class BuilderJenkinsTest {

    private final Simulator simulator = Simulator.start();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        simulator.addAccount("alice", "pw", "a.example.com");
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "alice", null, "alice", "pw"));
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint(simulator.httpEndpoint().toString());
        configuration.setSources(simulator.echoUri("one") + " " + simulator.echoUri("two"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private FreeStyleProject job(String hostnames) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder(hostnames);
        builder.setCredentialsId("alice");
        job.getBuildersList().add(builder);
        return job;
    }

    @Test
    void updatesTheHostsAndExpandsParameters() throws Exception {
        FreeStyleProject job = job("${HOST}.example.com");
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("HOST", "a")));

        jenkins.buildAndAssertStatus(Result.SUCCESS, job);

        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void problemsMakeTheBuildUnstableOrFailIt() throws Exception {
        simulator.next(Fault.answer(200, "911"));
        jenkins.buildAndAssertStatus(Result.UNSTABLE, job("a.example.com"));
        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, job("stranger.example.com"));

        jenkins.assertLogContains("stranger.example.com nohost", failed);
    }

    @Test
    void theFormKeepsWhatWasConfigured() throws Exception {
        SecuritySpaceDnsBuilder before = new SecuritySpaceDnsBuilder("a.example.com b.example.com");
        before.setCredentialsId("alice");
        before.setAddress("203.0.113.7");
        before.setFailOn("any");
        before.setForce(true);

        SecuritySpaceDnsBuilder after = jenkins.configRoundtrip(before);

        jenkins.assertEqualDataBoundBeans(before, after);
    }
}
