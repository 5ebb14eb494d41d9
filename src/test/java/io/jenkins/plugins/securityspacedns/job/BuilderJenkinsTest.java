package io.jenkins.plugins.securityspacedns.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Label;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.CaptureEnvironmentBuilder;
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
    void laterStepsOfTheBuildKnowTheAddressAndWhetherItChanged() throws Exception {
        FreeStyleProject job = job("a.example.com");
        CaptureEnvironmentBuilder later = new CaptureEnvironmentBuilder();
        job.getBuildersList().add(later);

        jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        assertThat(later.getEnvVars())
                .containsEntry("SECURITYSPACE_DNS_ADDRESS", Simulator.PUBLIC_ADDRESS)
                .containsEntry("SECURITYSPACE_DNS_CHANGED", "true");

        jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        assertThat(later.getEnvVars()).containsEntry("SECURITYSPACE_DNS_CHANGED", "false");
    }

    @Test
    void theConsoleEndsLikeThatOfAPipeline() throws Exception {
        jenkins.assertLogContains(
                "SecuritySpace DNS: all hosts are up to date.",
                jenkins.buildAndAssertStatus(Result.SUCCESS, job("a.example.com")));
        jenkins.assertLogContains(
                "SecuritySpace DNS: all hosts are up to date.",
                Pipelines.build(jenkins, Result.SUCCESS, "securitySpaceDnsUpdate 'a.example.com'"));
        dns.simulator().next(Fault.answer(200, "911"));
        jenkins.assertLogContains(
                "SecuritySpace DNS: not all hosts are up to date.",
                jenkins.buildAndAssertStatus(Result.UNSTABLE, job("b.example.com")));
    }

    @Test
    void inANodeBlockItTakesTheAddressOfTheAgent() throws Exception {
        jenkins.createOnlineSlave(Label.get("office"));

        WorkflowRun run = Pipelines.build(
                jenkins,
                Result.SUCCESS,
                "node('office') { step([$class: 'SecuritySpaceDnsBuilder', hostnames: 'a.example.com']) }");

        String agent = run.getAction(DnsUpdateAction.class).getUpdates().get(0).getAgent();
        assertThat(agent).isNotEmpty();
        jenkins.assertLogContains("The public address is " + Simulator.PUBLIC_ADDRESS, run);
        jenkins.assertLogNotContains("the controller", run);
        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void withoutAWorkspaceItTakesNoMachinesAddressForTheRightOne() throws Exception {
        WorkflowRun detecting = Pipelines.build(
                jenkins, Result.FAILURE, "step([$class: 'SecuritySpaceDnsBuilder', hostnames: 'a.example.com'])");

        jenkins.assertLogContains("a.example.com no-address: This build step has no workspace", detecting);
        jenkins.assertLogNotContains("\tat ", detecting);
        assertThat(dns.simulator().requests()).isEmpty();

        Pipelines.build(
                jenkins,
                Result.SUCCESS,
                "step([$class: 'SecuritySpaceDnsBuilder', hostnames: 'a.example.com', address: '203.0.113.7'])");

        assertThat(dns.simulator().address("a.example.com")).hasValue("203.0.113.7");
    }

    @Test
    void credentialsThatAreForJenkinsAloneAreNotOffered() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.SYSTEM, "system", null, "carol", "pw"));
        SystemCredentialsProvider.getInstance().save();
        UpdateForm form = jenkins.jenkins.getDescriptorByType(SecuritySpaceDnsBuilder.DescriptorImpl.class);

        for (Item item : new Item[] {null, jenkins.createFreeStyleProject()}) {
            assertThat(form.doFillCredentialsIdItems(item, ""))
                    .extracting(option -> option.value)
                    .contains("alice")
                    .doesNotContain("system");
        }
        assertThat(SecuritySpaceDnsConfiguration.get().doFillCredentialsIdItems("", ""))
                .extracting(option -> option.value)
                .contains("alice")
                .doesNotContain("system");
    }

    @Test
    void theFormHasHelpForEveryField() throws Exception {
        FreeStyleProject job = job("a.example.com");
        JenkinsRule.WebClient client = jenkins.createWebClient();

        HtmlPage page = client.getPage(job, "configure");

        List<String> urls = page.<DomElement>getByXPath("//*[@helpurl]").stream()
                .map(button -> button.getAttribute("helpurl"))
                .filter(url -> url.contains("securityspacedns.job."))
                .toList();
        assertThat(urls).hasSizeGreaterThanOrEqualTo(5);
        for (String url : urls) {
            String path = url.substring(url.indexOf("descriptor/"));
            assertThat(client.goTo(path, null).getWebResponse().getContentAsString())
                    .as(path)
                    .contains("<div>");
            client.addRequestHeader("Accept-Language", "de");
            assertThat(client.goTo(path, null).getWebResponse().getContentAsString())
                    .as(path + " in German")
                    .containsPattern("Die |Das |Fragt |Sendet |Lässt ");
            client.removeRequestHeader("Accept-Language");
        }
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
