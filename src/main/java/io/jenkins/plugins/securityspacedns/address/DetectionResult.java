package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a detection found. As it comes from {@link DetectionPlan#run()} it is raw, and over the wire it is whatever the agent
 * sent: {@link #verified} makes of it what may be used and shown.
 *
 * @param address the address established, or an empty text
 * @param answers what the sources said, in the order they answered; without those nobody waited for
 * @param reason of a verified result without an address: sentences that say why, and what each source said; with an
 *     address a sentence on a router that does not have it, or empty
 */
public record DetectionResult(String address, List<SourceAnswer> answers, String reason) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Keeps a copy of the answers. */
    public DetectionResult {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
    }

    /**
     * Reads the answers again and decides again, trusting nothing of this result but that its answers were given: each
     * has to come from a source that was asked, once; its address has to be a literal of the right family that is
     * globally routable; and enough independent sources have to agree. Texts are made fit to be shown.
     */
    public DetectionResult verified(DetectionPlan plan) {
        return DetectionChecks.verified(plan, answers);
    }

    /** {@return the address established, parsed and checked to be globally routable; empty if there is none} */
    public Optional<IpAddress> established() {
        return DetectionChecks.established(address);
    }
}
