package io.jenkins.plugins.securityspacedns.trigger;

import java.util.Locale;

/** What leads to a look. */
enum LookEvent {
    /** The schedule of the trigger. */
    SCHEDULE,
    /** The agent that a look would ask connected, or was taken online again. */
    AGENT_CONNECTED,
    /** Credentials of the last updates were changed. */
    CREDENTIALS_CHANGED,
    /** Somebody resumed the account of the last updates. */
    ACCOUNT_RESUMED,
    /** The job was saved with the trigger, and the trigger has decided nothing yet. */
    JOB_SAVED,
    /** The address flapped, or an agent that had just connected found none, and the wait for that is over. */
    WAIT_OVER;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The event as people see it, such as {@code agent-connected}. */
    String word() {
        return word;
    }
}
