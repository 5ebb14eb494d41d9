package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Util;
import hudson.model.Cause;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.Objects;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;

/** Why the trigger started a build. Builds keep it; fields that theirs lacks are null. */
public final class SecuritySpaceDnsCause extends Cause {

    private final String reason;
    private final String message;
    private final String host;
    private final String address;

    SecuritySpaceDnsCause(TriggerDecision decision) {
        reason = decision.reason().word();
        message = decision.message();
        host = decision.host().map(HostName::ascii).orElse(null);
        address = decision.address().map(IpAddress::toString).orElse(null);
    }

    /** The decision for which it was started; nothing if this version makes no such decision. */
    Optional<TriggerDecision> decision() {
        try {
            Optional<HostName> name = Optional.ofNullable(host).map(HostName::parse);
            Optional<IpAddress> wanted = Optional.ofNullable(address).map(IpAddress::parse);
            return Reason.ofWord(getReason()).map(why -> new TriggerDecision(why, getMessage(), name, wanted));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
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

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuritySpaceDnsCause that
                && Objects.equals(reason, that.reason)
                && Objects.equals(message, that.message)
                && Objects.equals(host, that.host)
                && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, message, host, address);
    }
}
