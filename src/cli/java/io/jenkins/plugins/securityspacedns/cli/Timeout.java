package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.time.Duration;

/** Reads how long something may take. */
final class Timeout {

    private static final int LONGEST = 600;

    private Timeout() {}

    static Duration of(int seconds) {
        if (seconds < 1 || seconds > LONGEST) {
            throw new InvalidInputException(
                    "The timeout of " + seconds + " s is out of range. Give 1 to " + LONGEST + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }
}
