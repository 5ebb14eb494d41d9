package io.jenkins.plugins.securityspacedns.soak;

import java.util.Random;

/** What may happen, and how often in ten thousand times. */
enum Happening {
    UPDATE(4_480),
    UPDATES(1_600),
    ABORT(150),
    SILENCE(3),
    NEW_ADDRESS(1_160),
    NEW_ENDPOINT(150),
    LONG_PAUSE(10),
    RUSH(60),
    OTHER_RECORDS(400),
    OUTAGE(50),
    CLOCK_JUMPS(60),
    CLOCK_IS_SET(120),
    RESTART(250),
    CRASH_WHILE_SAVING(50),
    DISK_FAILS(80),
    DISK_FAILS_AT_RESTART(80),
    DISK_WORKS(500),
    BLOCK(80),
    UNBLOCK(250),
    RESUME(400),
    NEW_PASSWORD(4),
    MISTYPED_PASSWORD(3),
    RIGHT_PASSWORD(60);

    private final int weight;

    Happening(int weight) {
        this.weight = weight;
    }

    static Happening any(Random chance) {
        int left = chance.nextInt(10_000);
        for (Happening happening : values()) {
            left -= happening.weight;
            if (left < 0) {
                return happening;
            }
        }
        throw new IllegalStateException("the weights are less than ten thousand");
    }
}
