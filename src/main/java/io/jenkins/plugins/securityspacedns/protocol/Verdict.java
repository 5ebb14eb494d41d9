package io.jenkins.plugins.securityspacedns.protocol;

/** What outcomes mean for a build, from the best to the worst. */
public enum Verdict {
    /** Every host is as it should be. */
    SUCCESS,
    /** A host has a problem that may pass by itself, or one that the user chose not to fail on. */
    UNSTABLE,
    /** A host has a problem that somebody must solve. */
    FAILURE;

    /** {@return the worse of this verdict and another} */
    public Verdict worst(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
