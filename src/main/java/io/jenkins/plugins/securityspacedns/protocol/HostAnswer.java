package io.jenkins.plugins.securityspacedns.protocol;

/**
 * What one answer of the server means for one host.
 *
 * @param host the host
 * @param outcome what happened to it
 * @param message a sentence for people that says so, safe to print
 * @param revokes whether what the server confirmed earlier for the host no longer holds: it does not know the host, or
 *     it named another address than the one that was sent
 */
public record HostAnswer(HostName host, Outcome outcome, String message, boolean revokes) {

    /** An answer that leaves alone what was confirmed earlier. */
    public HostAnswer(HostName host, Outcome outcome, String message) {
        this(host, outcome, message, false);
    }
}
