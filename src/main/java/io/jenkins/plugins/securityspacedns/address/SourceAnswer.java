package io.jenkins.plugins.securityspacedns.address;

import java.io.Serializable;

/**
 * What one source said. From an agent it is untrusted until {@link DetectionResult#verified} has read it again.
 *
 * @param source the spec of the source
 * @param address the address it named, or an empty text if it named none
 * @param failure why the answer does not count, without a full stop at its end; empty if it counts
 * @param milliseconds from the start of the detection until the answer was there
 * @param proxied whether a proxy asked the source, and so the address may be that of the proxy
 */
public record SourceAnswer(String source, String address, String failure, long milliseconds, boolean proxied)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** {@return whether this is an address that counts towards agreement} */
    public boolean counted() {
        return failure.isEmpty();
    }

    /** {@return what to show: the address if it counts, else why it does not} */
    public String text() {
        return counted() ? address : failure;
    }
}
