package io.jenkins.plugins.securityspacedns.simulator;

/** What is wrong with a TLS server. */
public enum BadTls {
    /** The certificate ran out yesterday. */
    EXPIRED,
    /** The certificate is for another host name. */
    OTHER_HOST,
    /** The certificate is signed by an authority that nobody trusts. */
    UNKNOWN_AUTHORITY,
    /** The server speaks plain HTTP on the TLS port. */
    PLAIN_TEXT,
    /** The server accepts the connection and never answers the handshake. */
    SILENT
}
