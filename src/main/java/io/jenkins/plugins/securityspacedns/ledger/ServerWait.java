package io.jenkins.plugins.securityspacedns.ledger;

import java.time.Instant;

/**
 * What the server asked of the whole account with {@code Retry-After} (RFC 9110, section 10.2.3).
 *
 * @param since when it asked
 * @param until when it wants the next request at the earliest
 */
public record ServerWait(Instant since, Instant until) {}
