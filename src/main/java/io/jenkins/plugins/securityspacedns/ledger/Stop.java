package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;

/**
 * A stop of a whole account: nothing is sent until somebody resumes it or, after {@code badauth}, the password changes.
 *
 * @param cause {@link Outcome#BLOCKED} or {@link Outcome#BADAUTH}
 * @param since when the server said so
 */
public record Stop(Outcome cause, Instant since) {}
