package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;

/**
 * The end of the last request for a host.
 *
 * @param outcome what it was for the host
 * @param at when
 */
public record LastRequest(Outcome outcome, Instant at) {}
