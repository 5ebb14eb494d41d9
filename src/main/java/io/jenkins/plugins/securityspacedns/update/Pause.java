package io.jenkins.plugins.securityspacedns.update;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets some time pass. */
@FunctionalInterface
public interface Pause {

    /** Lets real time pass. */
    Pause REAL = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    /** Returns after this time, or throws if the thread was interrupted meanwhile. */
    void pause(Duration duration) throws InterruptedException;
}
