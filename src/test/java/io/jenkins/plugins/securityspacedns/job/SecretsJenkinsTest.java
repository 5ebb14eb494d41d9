package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The password of an account, in any of its forms, is in no file and in no log, whatever came of the builds. */
@WithJenkins
class SecretsJenkinsTest {

    private static final String PASSWORD = SimulatedDns.PASSWORD;

    private static final List<String> FORMS = List.of(
            PASSWORD,
            base64(SimulatedDns.ALICE + ":" + PASSWORD),
            base64("bob:" + PASSWORD),
            base64(PASSWORD),
            URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
            URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20"),
            PASSWORD.replace("&", "&amp;").replace("<", "&lt;"),
            PASSWORD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));

    /** Those that write down what goes over the wire, or into a build, if they are asked to. */
    private static final List<Logger> TALKATIVE = Stream.of(
                    "io.jenkins.plugins.securityspacedns",
                    "okhttp3",
                    "com.cloudbees.plugins.credentials",
                    "hudson.remoting",
                    "org.jenkinsci.plugins.workflow",
                    "org.jenkinsci.plugins.structs")
            .map(Logger::getLogger)
            .toList();

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private final Watch watch = new Watch();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        agents.createAgent(rule, "office");
        Logger.getLogger("").addHandler(watch);
        TALKATIVE.forEach(logger -> logger.setLevel(Level.ALL));
    }

    @AfterEach
    void stopWatching() {
        TALKATIVE.forEach(logger -> logger.setLevel(null));
        Logger.getLogger("").removeHandler(watch);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isIn(String text) {
        return FORMS.stream().anyMatch(text::contains);
    }

    @Test
    void isNowhereAfterBuildsOfEveryOutcome() throws Exception {
        pipeline(Result.SUCCESS, "a.example.com"); // updated
        pipeline(Result.SUCCESS, "a.example.com"); // current
        pipeline(Result.FAILURE, "stranger.example.com"); // nohost
        dns.simulator().next(Fault.answer(200, "911"));
        pipeline(Result.UNSTABLE, "b.example.com"); // server-error
        pipeline(Result.UNSTABLE, "b.example.com"); // deferred
        dns.simulator().next(exchange -> {
            String echoed = exchange.request().headers().toString();
            Fault.answer(200, "<pre>" + echoed + "</pre>").play(exchange);
        });
        forced(Result.UNSTABLE, "b.example.com"); // unconfirmed
        dns.simulator().next(Fault.resetBeforeAnswer());
        forced(Result.UNSTABLE, "b.example.com"); // unreachable
        FreeStyleProject freestyle = jenkins.createFreeStyleProject();
        SecuritySpaceDnsBuilder builder = new SecuritySpaceDnsBuilder("a.example.com");
        builder.setForce(true);
        freestyle.getBuildersList().add(builder);
        jenkins.buildAndAssertStatus(Result.SUCCESS, freestyle); // unchanged
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        String sources = configuration.getSources();
        dns.simulator().echo("three", "8.8.4.4");
        configuration.setSources(
                dns.simulator().echoUri("one") + " " + dns.simulator().echoUri("three"));
        pipeline(Result.FAILURE, "a.example.com"); // no-address
        configuration.setSources(sources);
        dns.simulator().addAccount("bob", PASSWORD, "c.example.com");
        dns.simulator().block("bob");
        SimulatedDns.addCredentials("bob", "bob", PASSWORD);
        Pipelines.build(
                jenkins,
                Result.FAILURE,
                "securitySpaceDnsUpdate hostnames: 'c.example.com', credentialsId: 'bob'"); // blocked
        dns.simulator().setPassword(SimulatedDns.ALICE, "another");
        jenkins.buildAndAssertStatus(Result.FAILURE, freestyle); // badauth
        configuration.doTestConnection(dns.simulator().httpEndpoint().toString(), false, "GET", SimulatedDns.ALICE);

        assertThat(leaks()).isEmpty();
        assertThat(watch.count).isPositive();
        assertThat(watch.leaks).isEmpty();
    }

    private void pipeline(Result result, String hostname) throws Exception {
        Pipelines.build(jenkins, result, "node('office') { securitySpaceDnsUpdate '" + hostname + "' }");
    }

    private void forced(Result result, String hostname) throws Exception {
        Pipelines.build(jenkins, result, "securitySpaceDnsUpdate hostnames: '" + hostname + "', force: true");
    }

    /** The files below the home that show the password; the log of every build is one. */
    private List<Path> leaks() throws IOException {
        try (Stream<Path> files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            return files.filter(Files::isRegularFile)
                    .filter(SecretsJenkinsTest::shows)
                    .toList();
        }
    }

    private static boolean shows(Path file) {
        try {
            return isIn(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return false; // it went away meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every record of every log and keeps those that show the password. */
    private static final class Watch extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();
        private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
        private volatile long count;

        Watch() {
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord record) {
            count++;
            String text = formatter.format(record);
            if (isIn(text)) {
                leaks.add(text);
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
