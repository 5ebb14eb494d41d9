package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Calendar;
import org.junit.jupiter.api.Test;

/** When the trigger looks next. */
class NextLookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:30:20Z");

    @Test
    void itIsTheFirstMinuteAfterNowThatTheScheduleNames() {
        assertThat(NextLook.after(NOW, minute -> minute.get(Calendar.MINUTE) % 10 == 0))
                .contains(Instant.parse("2026-03-01T12:40:00Z"));
        assertThat(NextLook.after(NOW, minute -> true)).contains(Instant.parse("2026-03-01T12:31:00Z"));
    }

    @Test
    void aScheduleMayChangeTheTimeThatItIsGiven() {
        assertThat(NextLook.after(NOW, minute -> {
                    boolean named = minute.get(Calendar.MINUTE) == 35;
                    minute.clear();
                    return named;
                }))
                .contains(Instant.parse("2026-03-01T12:35:00Z"));
    }

    @Test
    void aScheduleThatNamesNoMinuteWithinAWeekHasNone() {
        assertThat(NextLook.after(NOW, minute -> false)).isEmpty();
    }
}
