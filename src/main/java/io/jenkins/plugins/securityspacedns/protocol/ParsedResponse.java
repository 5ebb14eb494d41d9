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
public record ParsedResponse(List<HostAnswer> answers, Optional<Outcome> stop) {}
