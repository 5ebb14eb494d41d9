package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;

/** One host of an update, as pages show it. */
public final class HostView {

    private final DnsHostResult host;
    private final String address;

    /**
     * @param host what happened to the host
     * @param address the address that it was to get, or null if none could be established
     */
    HostView(DnsHostResult host, @CheckForNull String address) {
        this.host = host;
        this.address = address;
    }

    /** {@return the host as it was asked for} */
    public String getHostname() {
        return host.getHostname();
    }

    /** {@return what happened, such as {@code updated}} */
    public String getOutcome() {
        return host.getOutcome();
    }

    /** {@return a sentence that says so} */
    public String getMessage() {
        return host.getMessage();
    }

    /** {@return how the verdict on this host looks} */
    public VerdictLook getLook() {
        return VerdictLook.valueOf(host.getVerdict());
    }

    /** {@return the address that the server confirmed for this host, or null if it did not} */
    @CheckForNull
    public String getConfirmedAddress() {
        return isProblem() ? null : address;
    }

    /** {@return how long its requests took, or null if nothing was sent} */
    @CheckForNull
    public String getDuration() {
        return host.getDuration() == 0 ? null : Util.getTimeSpanString(host.getDuration());
    }

    boolean isProblem() {
        return host.isProblem();
    }
}
