package io.jenkins.plugins.securityspacedns.ledger;

import java.time.Instant;

/**
 * A password that the server refused. It stays refused even if another password succeeds.
 *
 * @param hash a hash that {@link PasswordHashes} made
 * @param since when the server refused it
 */
public record RefusedPassword(String hash, Instant since) {}
