package io.jenkins.plugins.securityspacedns.ledger;

/** Tells a refused password from another one without keeping it. */
public interface PasswordHashes {

    /**
     * @param password a password
     * @return a hash of it, as ASCII without white space
     */
    String of(String password);

    /**
     * @param hash what {@link #of} made
     * @param password a password
     * @return whether the hash was made of this password
     */
    boolean matches(String hash, String password);
}
