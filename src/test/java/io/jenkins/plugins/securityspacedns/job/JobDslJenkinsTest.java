package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javaposse.jobdsl.plugin.JenkinsDslScriptLoader;
import javaposse.jobdsl.plugin.JenkinsJobManagement;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Jobs that Job DSL makes. */
@WithJenkins
class JobDslJenkinsTest {

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
    }

    private static void run(String script) throws Exception {
        new JenkinsDslScriptLoader(new JenkinsJobManagement(System.out, Map.of(), new File("."))).runScript(script);
    }

    @Test
    void theBuilderIsAsIfItWereConfiguredByForm() throws Exception {
        run("""
                job('by-code') {
                    steps {
                        securitySpaceDnsUpdate {
                            hostnames('a.example.com b.example.com')
                            credentialsId('alice')
                            address('203.0.113.7')
                            family('ipv6')
                            failOn('any')
                            force(true)
                        }
                    }
                }
                """);
        SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder("a.example.com b.example.com");
        builder.setCredentialsId("alice");
        builder.setAddress("203.0.113.7");
        builder.setFamily("ipv6");
        builder.setFailOn("any");
        builder.setForce(true);
        FreeStyleProject byForm = jenkins.createFreeStyleProject("by-form");
        byForm.getBuildersList().add(builder);
        byForm = jenkins.configRoundtrip(byForm);

        FreeStyleProject byCode = jenkins.jenkins.getItemByFullName("by-code", FreeStyleProject.class);

        assertThat(builders(byCode)).contains("<address>203.0.113.7</address>").isEqualTo(builders(byForm));
        jenkins.buildAndAssertStatus(Result.SUCCESS, byCode);
        assertThat(dns.simulator().address("b.example.com")).hasValue("203.0.113.7");
    }

    /** What is saved of the builders, but for white space and the versions of plugins. */
    private static String builders(FreeStyleProject job) throws Exception {
        String xml = Files.readString(job.getConfigFile().getFile().toPath(), StandardCharsets.UTF_8);
        return xml.substring(xml.indexOf("<builders>"), xml.indexOf("</builders>"))
                .replaceAll(" plugin=\"[^\"]*\"", "")
                .replaceAll("\\s+", "");
    }

    @Test
    void theHostnamesAreEnough() throws Exception {
        run("job('short') { steps { securitySpaceDnsUpdate { hostnames('a.example.com') } } }");

        FreeStyleProject job = jenkins.jenkins.getItemByFullName("short", FreeStyleProject.class);

        jenkins.assertEqualDataBoundBeans(
                new SecuritySpaceDnsBuilder("a.example.com"),
                job.getBuildersList().get(0));
        jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void aPipelineJobRuns() throws Exception {
        run("""
                pipelineJob('dns') {
                    definition {
                        cps {
                            script("securitySpaceDnsUpdate 'a.example.com'")
                            sandbox()
                        }
                    }
                }
                """);

        jenkins.buildAndAssertStatus(Result.SUCCESS, jenkins.jenkins.getItemByFullName("dns", WorkflowJob.class));
    }
}
