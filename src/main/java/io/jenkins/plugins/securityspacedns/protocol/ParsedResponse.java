package io.jenkins.plugins.securityspacedns.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What an answer of the server means.
 *
 * @param answers exactly one answer for every host of the request, in the request's order
 * @param stop {@link Outcome#BLOCKED} or {@link Outcome#BADAUTH} if the server said so anywhere in its answer, even if
 *     no host has that outcome: nothing more may be sent for the account. If it said both, it is {@code BLOCKED}.
 */
public record ParsedResponse(List<HostAnswer> answers, Optional<Outcome> stop) {

    /**
     * What one answer of the server means for one host.
     *
     * @param host the host
     * @param outcome what happened to it
     * @param message a sentence for people that says so, safe to print
     * @param revokes whether what the server confirmed earlier for the host no longer holds: it does not know the host, or
     *     it named another address than the one that was sent
     */
    public record HostAnswer(HostName host, Outcome outcome, String message, boolean revokes) {}
}
