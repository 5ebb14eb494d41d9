package io.jenkins.plugins.securityspacedns.ledger;

/** Tells a refused password from another one without keeping it. */
public interface PasswordHashes {

    /** {@return a hash of a password, as ASCII without white space} */
    String of(String password);

    /** {@return whether a hash that {@link #of} made is of this password} */
    boolean matches(String hash, String password);
}
