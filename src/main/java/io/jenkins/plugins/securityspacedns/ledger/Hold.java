package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a host is not sent for now.
 *
 * @param cause the outcome that began it
 * @param failures how many requests failed in a row, this one included
 * @param since when it came
 * @param until when the host may be sent again; empty where time alone does not end the hold
 * @param hosts for {@code nohost}, a digest of all hosts of the update: other hosts end the hold; else empty
 */
public record Hold(Outcome cause, int failures, Instant since, Optional<Instant> until, String hosts) {}
