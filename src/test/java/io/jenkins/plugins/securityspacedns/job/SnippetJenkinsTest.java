package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The snippet generator: its form, and the shortest form of what it writes. */
@WithJenkins
class SnippetJenkinsTest {

    @Test
    void theSnippetIsTheShortestFormAndMeansTheSame(JenkinsRule jenkins) throws Exception {
        SnippetizerTester snippets = new SnippetizerTester(jenkins);
        SecuritySpaceDnsUpdateStep step = new SecuritySpaceDnsUpdateStep("a.example.com");
        snippets.assertRoundTrip(step, "securitySpaceDnsUpdate 'a.example.com'");

        step.setCredentialsId("alice");
        step.setForce(true);
        snippets.assertRoundTrip(
                step, "securitySpaceDnsUpdate credentialsId: 'alice', force: true, hostnames: 'a.example.com'");

        step.setAddress("203.0.113.7");
        step.setFailOn("any");
        step.setFamily("ipv6");
        snippets.assertRoundTrip(
                step,
                "securitySpaceDnsUpdate address: '203.0.113.7', credentialsId: 'alice', failOn: 'any', family: 'ipv6',"
                        + " force: true, hostnames: 'a.example.com'");
        PublicAddressStep address = new PublicAddressStep();
        snippets.assertRoundTrip(address, "publicAddress()");
        address.setFamily("ipv6");
        snippets.assertRoundTrip(address, "publicAddress family: 'ipv6'");
    }

    @Test
    void theStepIsOfferedAndNotTheBuildStepOfTheSameName(JenkinsRule jenkins) {
        assertThat(jenkins.jenkins.getExtensionList(Snippetizer.class).get(0).getQuasiDescriptors(false))
                .filteredOn(offered -> offered.getSymbol().equals("securitySpaceDnsUpdate"))
                .extracting(offered -> offered.real.clazz)
                .isEqualTo(List.of(SecuritySpaceDnsUpdateStep.class));
    }

    @Test
    void whatTheFormLeavesEmptyIsNotWritten(JenkinsRule jenkins) throws Exception {
        new SnippetizerTester(jenkins)
                .assertGenerateSnippet(
                        """
                {"stapler-class": "%s", "$class": "%1$s", "hostnames": "a.example.com", "credentialsId": "",
                 "address": "", "family": "", "failOn": "", "force": false}
                """.formatted(SecuritySpaceDnsUpdateStep.class.getName()),
                        "securitySpaceDnsUpdate 'a.example.com'",
                        null);
    }

    @Test
    void aListMeansTheSameAsOneString(JenkinsRule jenkins) throws Exception {
        SecuritySpaceDnsUpdateStep step = new SecuritySpaceDnsUpdateStep("a.example.com, b.example.com");
        step.setFailOn("badauth, blocked");
        new SnippetizerTester(jenkins)
                .assertParseStep(
                        step,
                        "securitySpaceDnsUpdate hostnames: ['a.example.com', 'b.example.com'],"
                                + " failOn: ['badauth', 'blocked']");
    }

    @Test
    void theReferenceOfTheStepsCanBeWritten(JenkinsRule jenkins) throws Exception {
        SnippetizerTester.assertDocGeneration(SecuritySpaceDnsUpdateStep.class);
        SnippetizerTester.assertDocGeneration(PublicAddressStep.class);
        SnippetizerTester.assertDocGeneration(SecuritySpaceDnsBuilder.class);
    }

    @Test
    void theFormKeepsWhatWasEntered(JenkinsRule jenkins) throws Exception {
        SecuritySpaceDnsUpdateStep before = new SecuritySpaceDnsUpdateStep("a.example.com b.example.com");
        before.setCredentialsId("alice");
        before.setAddress("203.0.113.7");
        before.setFamily("ipv6");
        before.setFailOn("badauth, blocked");
        before.setForce(true);

        jenkins.assertEqualDataBoundBeans(before, new StepConfigTester(jenkins).configRoundTrip(before));
        SecuritySpaceDnsUpdateStep shortest = new SecuritySpaceDnsUpdateStep("a.example.com");
        jenkins.assertEqualDataBoundBeans(shortest, new StepConfigTester(jenkins).configRoundTrip(shortest));
    }
}
