package io.jenkins.plugins.securityspacedns.trigger;

import java.util.Locale;

/** Why a build is started or not. Of several reasons that hold at once, the one that stands first here is told. */
enum Reason {
    /** The public address is not the one that SecuritySpace confirmed. */
    ADDRESS_CHANGED(true),
    /** The password is not the one that SecuritySpace refused. */
    PASSWORD_CHANGED(true),
    /** Somebody resumed the account after SecuritySpace had refused it. */
    RESUMED(true),
    /** The wait after a failure is over. */
    BACKOFF_OVER(true),
    /** The confirmation is so old that it wants renewal. */
    KEEP_ALIVE_DUE(true),
    /** SecuritySpace has not confirmed the address. */
    NOT_CONFIRMED(true),
    /** No build of the job has updated anything yet. */
    NEVER_UPDATED(true),

    /** A latch holds the account back. */
    LATCHED(false),
    /** A wait runs, or SecuritySpace knows none of the hosts. */
    HELD(false),
    /** The credentials of the last update cannot be used. */
    NO_CREDENTIALS(false),
    /** The ledger cannot be read. */
    NO_LEDGER(false),
    /** The agent, or every agent of the label, is offline. */
    AGENT_OFFLINE(false),
    /** No public address could be established. */
    NO_ADDRESS(false),
    /** SecuritySpace has confirmed the address. */
    UNCHANGED(false),
    /** A build that this trigger started updated nothing. */
    NO_UPDATE(false),
    /** A build was started for the same reason, and that is still so. */
    STARTED_BEFORE(false),
    /** A build waits or runs. */
    BUILD_UNDER_WAY(false),
    /** The job is disabled or cannot be built for another cause. */
    NOT_BUILDABLE(false),
    /** Jenkins prepares to shut down. */
    QUIET_DOWN(false),
    /** Jenkins did not take the build into its queue. */
    NOT_QUEUED(false),
    /** Something went wrong that should not. */
    FAILED(false);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean starts;

    Reason(boolean starts) {
        this.starts = starts;
    }

    /** The reason as people see it, such as {@code address-changed}. */
    String word() {
        return word;
    }

    /** Whether it is one to start a build. */
    boolean starts() {
        return starts;
    }
}
