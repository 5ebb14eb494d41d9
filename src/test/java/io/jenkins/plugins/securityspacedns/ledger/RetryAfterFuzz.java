package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Any text as the header {@code Retry-After}: a time within the next 24 hours, or none. */
public final class RetryAfterFuzz {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private RetryAfterFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        RetryAfter.parse(new String(data, StandardCharsets.UTF_8), NOW)
                .ifPresent(time -> assertThat(time).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(HoldTimes.LONGEST)));
    }
}
