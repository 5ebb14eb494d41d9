package io.jenkins.plugins.securityspacedns.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build step in freestyle jobs. */
@WithJenkins
class BuilderJenkinsTest {

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
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

        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void problemsMakeTheBuildUnstableOrFailIt() throws Exception {
        dns.simulator().next(Fault.answer(200, "911"));
        jenkins.buildAndAssertStatus(Result.UNSTABLE, job("a.example.com"));
        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, job("stranger.example.com"));

        jenkins.assertLogContains("stranger.example.com nohost", failed);
    }

    @Test
    void aJobThatWasWrittenByHandNamesOnlyWhatItNeeds() throws Exception {
        String xml = "<project><builders><" + SecuritySpaceDnsBuilder.class.getName()
                + "><hostnames>a.example.com</hostnames><credentialsId>alice</credentialsId></"
                + SecuritySpaceDnsBuilder.class.getName() + "></builders></project>";
        FreeStyleProject job = (FreeStyleProject)
                jenkins.jenkins.createProjectFromXML("by-hand", new ByteArrayInputStream(xml.getBytes(UTF_8)));

        jenkins.buildAndAssertStatus(Result.SUCCESS, job);

        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
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
