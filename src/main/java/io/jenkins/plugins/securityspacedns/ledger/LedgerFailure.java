package io.jenkins.plugins.securityspacedns.ledger;

import java.time.Instant;

/**
 * Why the ledger cannot be written.
 *
 * @param since when it began
 * @param reason a sentence of what failed last
 */
public record LedgerFailure(Instant since, String reason) {}
