package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.Decision;
import java.util.Locale;

/** Why a build is started or not. Of several reasons that hold at once, the one that stands first here is told. */
enum Reason {
    /** SecuritySpace confirmed another address than the one found. */
    ADDRESS_CHANGED(true),
    /** The name servers serve something else than what SecuritySpace confirmed. */
    DNS_DIFFERS(true),
    /** The password is not the one that SecuritySpace refused. */
    PASSWORD_CHANGED(true),
    /** Somebody resumed the account after SecuritySpace had refused it. */
    RESUMED(true),
    /** The hold after a failure is over. */
    HOLD_OVER(true),
    /** The confirmation is so old that it wants renewal. */
    KEEP_ALIVE_DUE(true),
    /** SecuritySpace has not confirmed the address. */
    NEVER_CONFIRMED(true),
    /** No build of the job has updated anything yet. */
    NEVER_UPDATED(true),

    /** A stop is set on the account. */
    STOPPED(false),
    /** A hold runs, or SecuritySpace knows none of the hosts. */
    HELD(false),
    /** The address returned to one that the host had shortly before. */
    FLAPPING(false),
    /** The credentials of the last update cannot be used. */
    NO_CREDENTIALS(false),
    /** The ledger, or what is kept of the job, cannot be read. */
    NO_LEDGER(false),
    /** The label of the trigger cannot be read. */
    BROKEN_LABEL(false),
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
    /** The job cannot be built yet. */
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

    /** What the guard's word on a host means for a build. The trigger forces nothing. */
    static Reason of(Decision decision) {
        if (decision instanceof Decision.Send send) {
            return valueOf(send.reason().name());
        }
        if (decision instanceof Decision.Held held) {
            return held.cause().isRefusalOfAccount() ? STOPPED : HELD;
        }
        return UNCHANGED;
    }

    /**
     * @param word what {@link #word} gave
     * @throws IllegalArgumentException if it is something else
     */
    static Reason ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The reason as people see it, such as {@code address-changed}. */
    String word() {
        return word;
    }

    /** Whether it is one to start a build. */
    boolean starts() {
        return starts;
    }

    /** Whether it starts a build because of the address that was found. */
    boolean isAboutAddress() {
        return this == ADDRESS_CHANGED || this == NEVER_CONFIRMED;
    }
}
