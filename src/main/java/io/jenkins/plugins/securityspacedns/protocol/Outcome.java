package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened to one host: exactly one for every host that was asked for. */
public enum Outcome {
    /** The server set the address: {@code good} with the address that was sent. */
    UPDATED(Verdict.SUCCESS),
    /** The server had the address already: {@code nochg} that names the host or the address that was sent. */
    UNCHANGED(Verdict.SUCCESS),
    /** The ledger has this address confirmed, so nothing was sent. */
    CURRENT(Verdict.SUCCESS),
    /** The server confirmed the address, but the name servers did not serve it in time. */
    UNPUBLISHED(Verdict.UNSTABLE),
    /** The server says that the request names no host it knows. */
    NOHOST(Verdict.FAILURE),
    /** The server refused the user name and password. */
    BADAUTH(Verdict.FAILURE),
    /** The server stopped taking updates from this account. */
    BLOCKED(Verdict.FAILURE),
    /** The server failed: {@code 911}, or an HTTP status that says so. */
    SERVER_ERROR(Verdict.UNSTABLE),
    /** The server answered, but did not confirm this host. */
    UNCONFIRMED(Verdict.UNSTABLE),
    /** There was no answer. */
    UNREACHABLE(Verdict.UNSTABLE),
    /** The guard held the host back; the outcome that made it do so decides the verdict. */
    DEFERRED(Verdict.UNSTABLE),
    /** No public address could be established, so nothing was sent. */
    NO_ADDRESS(Verdict.FAILURE);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Verdict defaultVerdict;

    Outcome(Verdict defaultVerdict) {
        this.defaultVerdict = defaultVerdict;
    }

    /** {@return the outcome as users see and write it, such as {@code server-error}} */
    public String word() {
        return word;
    }

    /** {@return what this outcome means for a build unless the user says otherwise} */
    public Verdict defaultVerdict() {
        return defaultVerdict;
    }

    /** {@return whether something is wrong with the host} */
    public boolean isProblem() {
        return defaultVerdict != Verdict.SUCCESS;
    }

    /** {@return whether the server has the address confirmed for the host, then or before} */
    public boolean isConfirmed() {
        return !isProblem() || this == UNPUBLISHED;
    }

    /**
     * {@return whether it is the whole account that the server refuses, so that nothing is sent for it until somebody
     * acts}
     */
    public boolean isRefusalOfAccount() {
        return this == BADAUTH || this == BLOCKED;
    }

    /** {@return the outcome that users call so, in any case; empty if none is} */
    public static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equalsIgnoreCase(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
