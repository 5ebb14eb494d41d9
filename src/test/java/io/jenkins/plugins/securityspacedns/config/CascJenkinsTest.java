package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundSetter;

/** The configuration as code, under {@code unclassified: securitySpaceDns:}. */
@WithJenkinsConfiguredWithCode
class CascJenkinsTest {

    private static final String EVERY_KEY = "every-key.yaml";

    @Test
    @ConfiguredWithCode(EVERY_KEY)
    void everyKeyIsTakenOver(JenkinsConfiguredWithCodeRule jenkins) {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();

        assertThat(configuration.getEndpoint()).isEqualTo("http://dns.example.com/update");
        assertThat(configuration.isAllowPlainHttp()).isTrue();
        assertThat(configuration.getMethod()).isEqualTo("POST");
        assertThat(configuration.getCredentialsId()).isEqualTo("securityspace");
        assertThat(configuration.getFamily()).isEqualTo("ipv6");
        assertThat(configuration.getSources())
                .isEqualTo("https://one.example.com/ip\nhttps://two.example.net/ip\nhttps://three.example.org/ip");
        assertThat(configuration.getAgreement()).isEqualTo(3);
        assertThat(configuration.isAgentProxy()).isTrue();
        assertThat(configuration.getKeepAliveDays()).isEqualTo(7);
        assertThat(configuration.getConnectSeconds()).isEqualTo(5);
        assertThat(configuration.getRequestSeconds()).isEqualTo(20);
        assertThat(configuration.getDetectionSeconds()).isEqualTo(15);
        assertThat(configuration.getVerifySeconds()).isEqualTo(300);
        assertThat(configuration.getResolver()).isEqualTo("192.0.2.53");
    }

    @Test
    @ConfiguredWithCode(EVERY_KEY)
    void theExportIsWhatWasImported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        assertThat(exported()).isEqualToIgnoringNewLines(Util.toStringFromYamlFile(this, "every-key-exported.yaml"));
    }

    @Test
    void theFileOfThisTestNamesEveryKey() throws Exception {
        String yaml = Util.toStringFromYamlFile(this, EVERY_KEY);

        assertThat(Stream.of(SecuritySpaceDnsConfiguration.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                        .map(method -> method.getName().substring(3))
                        .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(yaml).contains("    " + key + ": "));
    }

    @Test
    void theExportOfAFreshJenkinsCanBeImported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String before = exported();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(all);
        assertThat(all.toString(StandardCharsets.UTF_8)).contains("securitySpaceDns:");

        configure("unclassified:\n  securitySpaceDns:\n" + before.indent(4));

        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void aBadValueIsRefusedWithASentenceAndNothingSavedIsLost(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        configure("unclassified: {securitySpaceDns: {agreement: 4}}");
        Path saved =
                jenkins.jenkins.getRootDir().toPath().resolve(SecuritySpaceDnsConfiguration.class.getName() + ".xml");
        String before = Files.readString(saved);

        assertThat(refusal("keepAliveDays: -1")).contains("Keep-alive after -1 days is out of range.");
        assertThat(refusal("endpoint: 'ftp://dns.example.com/'")).contains("ftp://dns.example.com/");
        assertThat(refusal("method: PUT")).contains("\"PUT\" is no method of the protocol. Say GET or POST.");
        assertThat(refusal("family: ipx")).contains("\"ipx\" is no address family. Say ipv4 or ipv6.");
        assertThat(refusal("sources: 'http://one.example.com/ip'")).contains("http://one.example.com/ip");
        assertThat(refusal("agreement: 0")).contains("The agreement of 0 is out of range. Give 1 or more.");
        assertThat(refusal("agreement: 9")).contains("Agreement 9 needs at least 9 independent sources");
        assertThat(refusal("requestSeconds: 601")).contains("The request deadline of 601 s is out of range.");
        assertThat(Files.readString(saved)).isEqualTo(before);
    }

    @Test
    void aRefusedImportChangesNothingAndTheNextOneCountsAlone(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String before = exported();

        assertThat(refusal("endpoint: 'http://dns.example.com/x'\n    allowPlainHttp: false\n    method: POST"))
                .contains("The endpoint \"http://dns.example.com/x\" is plain HTTP");
        assertThat(exported()).isEqualTo(before);
        assertThat(refusal("method: POST\n    agreement: 3\n    requestSeconds: 0"))
                .contains("The request deadline of 0 s is out of range.");
        assertThat(exported()).isEqualTo(before);
        assertThat(refusal("connectSeconds: 7\n    unknown: 1")).contains("unknown");
        assertThat(exported()).isEqualTo(before);

        configure("unclassified: {securitySpaceDns: {keepAliveDays: 7}}");
        assertThat(exported()).isEqualTo(before.replace("keepAliveDays: 25", "keepAliveDays: 7"));
    }

    private static String refusal(String line) {
        Throwable thrown = catchThrowable(() -> configure("unclassified:\n  securitySpaceDns:\n    " + line + "\n"));
        assertThat(thrown).as(line).isInstanceOf(ConfiguratorException.class);
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }

    private static void configure(String yaml) throws ConfiguratorException {
        InputStream in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        ConfigurationAsCode.get().configureWith(YamlSource.of(in));
    }

    private static String exported() throws Exception {
        var context =
                new io.jenkins.plugins.casc.ConfigurationContext(io.jenkins.plugins.casc.ConfiguratorRegistry.get());
        CNode ours = Util.getUnclassifiedRoot(context).get("securitySpaceDns");
        return Util.toYamlString(ours);
    }
}
