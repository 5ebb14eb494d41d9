package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps in Pipelines of a real Jenkins, in the sandbox, with the simulator as endpoint. */
@WithJenkins
class StepJenkinsTest {

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private final Simulator simulator = dns.simulator();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        return Pipelines.build(jenkins, result, script);
    }

    @Test
    void updatesTheHostsToTheAddressOfTheAgent() throws Exception {
        jenkins.createOnlineSlave(Label.get("office"));

        WorkflowRun run =
                build(Result.SUCCESS, "node('office') { securitySpaceDnsUpdate 'a.example.com, b.example.com' }");

        assertThat(simulator.address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        assertThat(simulator.address("b.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        jenkins.assertLogContains("a.example.com updated", run);
    }

    @Test
    void returnsWhatAScriptInTheSandboxReads() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "def dns = securitySpaceDnsUpdate(hostnames: ['a.example.com', 'b.example.com'], address: '203.0.113.7')\n"
                        + "echo \"${dns.address}: ${dns.verdict} ${dns.changed} ${dns.hosts[0].changed}\"\n"
                        + "dns.hosts.each { echo \"<${it.hostname} ${it.outcome} ${it.verdict} ${it.duration >= 0}"
                        + " ${it.message}>\" }");

        jenkins.assertLogContains("203.0.113.7: SUCCESS true true", run);
        jenkins.assertLogContains(
                "<b.example.com updated SUCCESS true The server set the address to 203.0.113.7.>", run);
    }

    @Test
    void aServerErrorMakesTheBuildUnstableAndMarksTheStep() throws Exception {
        simulator.always(Fault.answer(200, "911"));

        WorkflowRun run = build(Result.UNSTABLE, "securitySpaceDnsUpdate 'a.example.com'\necho 'goes on'");

        jenkins.assertLogContains("goes on", run);
        FlowNode node = new DepthFirstScanner()
                .findFirstMatch(
                        run.getExecution(), candidate -> candidate.getPersistentAction(WarningAction.class) != null);
        assertThat(node.getPersistentAction(WarningAction.class).getMessage()).contains("a.example.com server-error");
    }

    @Test
    void aBlockFailsTheBuildAndNamesEveryHost() throws Exception {
        simulator.block("alice");

        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com, b.example.com'");

        jenkins.assertLogContains("ERROR: SecuritySpace DNS: not all hosts are up to date.", run);
        jenkins.assertLogContains("a.example.com blocked", run);
        jenkins.assertLogContains("b.example.com blocked", run);
        jenkins.assertLogNotContains("at io.jenkins.plugins", run);
    }

    @Test
    void aRefusedPasswordAndAnUnknownHostFailTheBuild() throws Exception {
        build(Result.FAILURE, "securitySpaceDnsUpdate 'stranger.example.com'");
        simulator.setPassword("alice", "another");
        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com'");

        jenkins.assertLogContains("a.example.com badauth", run);
    }

    @Test
    void failOnChangesTheVerdict() throws Exception {
        simulator.always(Fault.answer(200, "911"));
        build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', failOn: ['server-error']");
        build(Result.UNSTABLE, "securitySpaceDnsUpdate hostnames: 'stranger.example.com', failOn: []");
        build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', failOn: ['any'], force: true");
    }

    @Test
    void aMistakeIsToldInOneLineAndNothingIsSent() throws Exception {
        jenkins.assertLogContains(
                "ERROR: The host name \"bad!host.example.com\" holds",
                build(Result.FAILURE, "securitySpaceDnsUpdate 'bad!host.example.com'"));
        jenkins.assertLogContains(
                "ERROR: There are no credentials \"nobody\"",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', credentialsId: 'nobody'"));
        jenkins.assertLogContains(
                "is not an IP address",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', address: 'here'"));
        jenkins.assertLogContains(
                "ERROR: \"ipx\" is no address family",
                build(
                        Result.FAILURE,
                        "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7', family: 'ipx'"));
        jenkins.assertLogContains(
                "ERROR: The host name \"5\" is not fully qualified",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 5"));
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void anArrayIsAListAndNullIsNoArgument() throws Exception {
        build(
                Result.SUCCESS,
                "securitySpaceDnsUpdate hostnames: 'a.example.com,b.example.com'.split(','), address: '203.0.113.7',"
                        + " failOn: null, force: null, verify: null");

        assertThat(simulator.address("b.example.com")).hasValue("203.0.113.7");
    }

    @Test
    void aUrlInAnyArgumentIsRefusedAndFetchedByNobody() throws Exception {
        String url = simulator.echoUri("one").toString();
        for (String arguments : List.of(
                "hostnames: '%s'",
                "hostnames: 'a.example.com', address: '%s'",
                "hostnames: 'a.example.com', credentialsId: '%s'",
                "hostnames: 'a.example.com', failOn: '%s'")) {
            build(Result.FAILURE, "securitySpaceDnsUpdate " + arguments.formatted(url));
        }
        assertThat(simulator.echoRequests()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void theFamilyOfTheAddressIsAnArgumentAndTheBuildKeepsIt() throws Exception {
        String ipv6 = "2606:4700:4700::64";
        simulator.echo("three", ipv6);
        simulator.echo("four", ipv6);
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setSources(
                configuration.getSources() + " " + simulator.echoUri("three") + " " + simulator.echoUri("four"));

        WorkflowRun run = build(
                Result.SUCCESS,
                "securitySpaceDnsUpdate hostnames: 'a.example.com', family: 'ipv6'\n"
                        + "securitySpaceDnsUpdate 'b.example.com'\n"
                        + "echo \"<${publicAddress(family: 'IPv6')}>\"");

        assertThat(simulator.address("a.example.com")).hasValue(ipv6);
        assertThat(simulator.address("b.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        jenkins.assertLogContains("<" + ipv6 + ">", run);
        assertThat(run.getAction(DnsUpdateAction.class).getUpdates())
                .extracting(DnsUpdateResult::getFamily)
                .containsExactly("ipv6", "");
        jenkins.assertLogContains(
                "\"ipx\" is no address family. Say ipv4 or ipv6.",
                build(Result.FAILURE, "securitySpaceDnsUpdate hostnames: 'a.example.com', family: 'ipx'"));
    }

    @Test
    void publicAddressReturnsTheAddress() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, "echo \"<${publicAddress()}>\"");

        jenkins.assertLogContains("<" + Simulator.PUBLIC_ADDRESS + ">", run);
    }

    @Test
    void sourcesThatDisagreeGiveNoAddressAndSendNothing() throws Exception {
        simulator.echo("two", "8.8.4.4");

        WorkflowRun run = build(Result.FAILURE, "securitySpaceDnsUpdate 'a.example.com'");

        jenkins.assertLogContains("a.example.com no-address", run);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void severalBuildsWithinAMinuteShareOneDetection() throws Exception {
        build(Result.SUCCESS, "publicAddress()");
        build(Result.SUCCESS, "publicAddress()");

        assertThat(simulator.echoRequests()).hasSize(2); // one for each source
    }

    @Test
    void theUpdatesOfABuildAreInTheRemoteApi() throws Exception {
        WorkflowRun run =
                build(Result.SUCCESS, "securitySpaceDnsUpdate hostnames: 'a.example.com', address: '203.0.113.7'");

        assertThat(run.getAction(DnsUpdateAction.class).getUpdates()).hasSize(1);
        String json = jenkins.getJSON(run.getUrl() + "api/json?depth=2").getContentAsString();
        assertThat(json).contains("\"hostname\":\"a.example.com\"").contains("\"outcome\":\"updated\"");
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText()).contains("a.example.com");
    }
}
