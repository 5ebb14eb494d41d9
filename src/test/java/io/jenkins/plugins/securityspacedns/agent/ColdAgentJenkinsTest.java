package io.jenkins.plugins.securityspacedns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What an agent that has just started has to fetch, to find its public address. The JVM of the agent tells it. */
@WithJenkins
class ColdAgentJenkinsTest {

    private static final String OURS = "io.jenkins.plugins.securityspacedns.";
    private static final int MOST_CLASSES = 10;
    private static final int MOST_BYTES = 60 * 1024;

    /** A class in the log of the JVM; one that the JVM makes itself, such as that of a lambda, has a slash in its name. */
    private static final Pattern LOADED = Pattern.compile("\\[class,load] (\\S+) source: ");

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    @TempDir
    private Path folder;

    private List<String> loadedBy(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .filter(name -> name.indexOf('/') < 0)
                    .toList();
        }
    }

    private static int size(String name) {
        String file = '/' + name.replace('.', '/') + ".class";
        try (InputStream in = DetectOnAgent.class.getResourceAsStream(file)) {
            return in.readAllBytes().length;
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Test
    void aDetectionTakesFewAndSmallClassesToAColdAgent(JenkinsRule jenkins) throws Exception {
        dns.configure();
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setSources("dns://127.0.0.1:1/myip.example.com " + configuration.getSources());
        Path log = folder.resolve("classes");
        agents.createAgent(
                jenkins,
                InboundAgentExtension.Options.newBuilder()
                        .name("office")
                        .javaOptions("-Xlog:class+load:file=" + log)
                        .build());

        Pipelines.build(jenkins, Result.SUCCESS, "node('office') { echo publicAddress() }");

        List<String> loaded = loadedBy(log);
        List<String> ours =
                loaded.stream().filter(name -> name.startsWith(OURS)).toList();
        assertThat(ours)
                .contains(DetectOnAgent.class.getName(), DetectionResult.class.getName())
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(MOST_CLASSES);
        assertThat(ours.stream().mapToInt(ColdAgentJenkinsTest::size).sum())
                .as("bytes of %s", ours)
                .isLessThanOrEqualTo(MOST_BYTES);
        assertThat(loaded).noneMatch(name -> name.matches("(okhttp3|okio|kotlin)\\..*"));
    }
}
