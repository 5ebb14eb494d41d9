package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Declarative Pipelines in the sandbox, on an inbound agent. */
@WithJenkins
class DeclarativeJenkinsTest {

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        agents.createAgent(rule, "office");
    }

    private WorkflowRun build(Result result, String steps) throws Exception {
        return Pipelines.build(jenkins, result, """
                pipeline {
                    agent { label 'office' }
                    stages { stage('DNS') { steps {
                        %s
                    } } }
                    post {
                        success { echo 'It ends with success.' }
                        unstable { echo 'It ends unstable.' }
                        failure { echo 'It ends with failure.' }
                    }
                }
                """.formatted(steps));
    }

    @Test
    void goodAndNochgAreSuccess() throws Exception {
        WorkflowRun good = build(Result.SUCCESS, "securitySpaceDnsUpdate 'a.example.com'");
        WorkflowRun nochg = build(Result.SUCCESS, "securitySpaceDnsUpdate hostnames: 'a.example.com', force: true");

        jenkins.assertLogContains("a.example.com updated", good);
        jenkins.assertLogContains("a.example.com unchanged", nochg);
        jenkins.assertLogContains("It ends with success.", nochg);
        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void aServerErrorIsUnstableUnlessFailOnSaysOtherwise() throws Exception {
        dns.simulator().always(Fault.answer(200, "911"));

        WorkflowRun unstable = build(Result.UNSTABLE, "securitySpaceDnsUpdate 'a.example.com'");
        WorkflowRun failed =
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: ['b.example.com'], failOn: ['server-error']");

        jenkins.assertLogContains("It ends unstable.", unstable);
        jenkins.assertLogContains("b.example.com server-error", failed);
        jenkins.assertLogContains("It ends with failure.", failed);
    }

    @Test
    void badauthBlockedAndNohostAreFailureUnlessFailOnSaysOtherwise() throws Exception {
        dns.simulator().addAccount("bob", "pw", "c.example.com");
        dns.simulator().addAccount("carol", "pw", "d.example.com");
        dns.simulator().block("carol");
        SimulatedDns.addCredentials("wrong", "bob", "another password");
        SimulatedDns.addCredentials("blocked", "carol", "pw");

        WorkflowRun nohost = build(Result.FAILURE, "securitySpaceDnsUpdate 'stranger.example.com'");
        WorkflowRun badauth =
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'c.example.com', credentialsId: 'wrong'");
        WorkflowRun blocked =
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'd.example.com', credentialsId: 'blocked'");
        WorkflowRun neverFails = build(
                Result.UNSTABLE,
                "securitySpaceDnsUpdate hostnames: 'd.example.com', credentialsId: 'blocked', failOn: []");

        jenkins.assertLogContains("ERROR: SecuritySpace DNS: not all hosts are up to date.", nohost);
        jenkins.assertLogContains("stranger.example.com nohost", nohost);
        jenkins.assertLogContains("c.example.com badauth", badauth);
        jenkins.assertLogContains("d.example.com blocked", blocked);
        jenkins.assertLogContains("d.example.com deferred", neverFails);
    }

    @Test
    void aFailureInThePostSectionIsToldWithoutAStackTrace() throws Exception {
        WorkflowRun run = Pipelines.build(jenkins, Result.FAILURE, """
                pipeline {
                    agent { label 'office' }
                    stages { stage('DNS') { steps { echo 'Nothing to do.' } } }
                    post { always { securitySpaceDnsUpdate 'stranger.example.com' } }
                }
                """);

        jenkins.assertLogContains("Error when executing always post condition:", run);
        jenkins.assertLogContains("SecuritySpace DNS: not all hosts are up to date.", run);
        jenkins.assertLogContains("stranger.example.com nohost", run);
        assertThat(JenkinsRule.getLog(run)).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void theFieldsOfTheResultAreReadableInTheSandbox() throws Exception {
        dns.simulator().next(Fault.answer(200, "good " + Simulator.PUBLIC_ADDRESS + "\n911"));

        WorkflowRun run = build(Result.UNSTABLE, """
                script {
                    def dns = securitySpaceDnsUpdate(hostnames: ['a.example.com', 'b.example.com'])
                    echo "<${dns.address} ${dns.verdict} ${dns.hosts.size()}>"
                    dns.hosts.each { echo "<${it.hostname} ${it.outcome} ${it.verdict} ${it.duration >= 0}>" }
                    def bad = dns.hosts.findAll { it.verdict != 'SUCCESS' }.collect { it.hostname }.join(',')
                    echo "<bad: ${bad}>"
                }
                """);

        jenkins.assertLogContains("<" + Simulator.PUBLIC_ADDRESS + " UNSTABLE 2>", run);
        jenkins.assertLogContains("<a.example.com updated SUCCESS true>", run);
        jenkins.assertLogContains("<b.example.com server-error UNSTABLE true>", run);
        jenkins.assertLogContains("<bad: b.example.com>", run);
    }
}
