package io.jenkins.plugins.securityspacedns.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short soak with every build; {@link SoakMain} makes it last. */
class SoakTest {

    private static final int EVENTS = 400;
    private static final long SEED = 20260301;

    @TempDir
    private Path folder;

    @Test
    void whateverHappensNothingIsSentUnderAStopAndOnlyWhatIsConfirmedIsSuccess() throws Exception {
        try (Soak soak = new Soak(SEED, folder)) {
            for (int i = 0; i < EVENTS; i++) {
                soak.step();
            }
            // A world in which nothing goes well, or nothing goes wrong, would prove little.
            assertThat(soak.outcomes())
                    .containsKeys("updated", "unchanged", "current", "unconfirmed", "server-error", "unreachable")
                    .containsKeys("blocked", "deferred", "aborted");
        }
    }
}
