package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Instant;

/**
 * The server's word that a host has an address.
 *
 * @param address the address
 * @param at when the server said so
 */
public record Confirmation(IpAddress address, Instant at) {}
