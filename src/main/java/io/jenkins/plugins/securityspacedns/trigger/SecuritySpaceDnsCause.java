package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Util;
import hudson.model.Cause;
import org.kohsuke.stapler.export.Exported;

/** Why the trigger started a build. Builds keep it; fields that theirs lacks are null. */
public final class SecuritySpaceDnsCause extends Cause {

    private final String reason;
    private final String message;

    SecuritySpaceDnsCause(TriggerDecision decision) {
        reason = decision.reason().word();
        message = decision.message();
    }

    /** {@return why, as a word such as {@code address-changed}} */
    @Exported(visibility = 3)
    public String getReason() {
        return Util.fixNull(reason);
    }

    /** {@return why, as a sentence} */
    @Exported(visibility = 3)
    public String getMessage() {
        return Util.fixNull(message);
    }

    @Override
    public String getShortDescription() {
        return Messages.SecuritySpaceDnsCause_shortDescription(getMessage());
    }
}
