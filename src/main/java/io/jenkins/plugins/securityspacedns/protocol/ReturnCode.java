package io.jenkins.plugins.securityspacedns.protocol;

/** The server's own word for what it did, as the protocol specification lists them. */
enum ReturnCode {
    GOOD("good", Outcome.UPDATED),
    NOCHG("nochg", Outcome.UNCHANGED),
    NOHOST("nohost", Outcome.NOHOST),
    INTERNAL_ERROR("911", Outcome.SERVER_ERROR),
    BADAUTH("badauth", Outcome.BADAUTH),
    BLOCKED("blocked", Outcome.BLOCKED);

    private final String word;
    private final Outcome outcome;

    ReturnCode(String word, Outcome outcome) {
        this.word = word;
        this.outcome = outcome;
    }

    /** The word that the server says, in lower case. */
    String word() {
        return word;
    }

    /** What a host's outcome is where this code counts for it. */
    Outcome outcome() {
        return outcome;
    }

    /** Whether the code stands for one host, in a line of its own, and not for the whole request. */
    boolean isOfOneHost() {
        return this == GOOD || this == NOCHG;
    }
}
