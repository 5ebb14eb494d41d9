package io.jenkins.plugins.securityspacedns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first command of the README does what it promises. */
@Timeout(60)
class DemoTest {

    @Test
    void showsOneHostOfEveryOutcome() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        Demo.show(new PrintStream(shown, true, StandardCharsets.UTF_8));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains(Stream.of(Outcome.values()).map(Outcome::toString).toArray(String[]::new));
    }
}
