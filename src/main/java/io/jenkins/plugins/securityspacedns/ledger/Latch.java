package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A stop of a whole account, which stays until its cause is removed.
 *
 * @param cause {@link Outcome#BADAUTH} or {@link Outcome#BLOCKED}
 * @param since when the server said so
 * @param refused for {@code badauth}, the password that was refused: another one lifts the latch
 */
public record Latch(Outcome cause, Instant since, Optional<PasswordFingerprint> refused) {

    /**
     * @param password the password of an attempt
     * @return whether this latch stops the attempt
     */
    public boolean holds(String password) {
        return refused.map(fingerprint -> fingerprint.matches(password)).orElse(true);
    }
}
