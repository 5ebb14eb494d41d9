package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stop of a whole account, which stays until its cause is removed.
 *
 * @param cause {@link Outcome#BADAUTH} or {@link Outcome#BLOCKED}
 * @param since when the server said so last
 * @param refused for {@code badauth}, the passwords that were refused, the last one first: another one lifts the latch
 */
public record Latch(Outcome cause, Instant since, List<PasswordFingerprint> refused) {

    /** How many wrong passwords are remembered: to hold one more against an attempt takes a third of a second. */
    static final int MOST_REFUSED = 4;

    public Latch {
        refused = List.copyOf(refused);
    }

    /**
     * @param since when the server said so
     * @return the latch of an account that the server blocked, whatever the password
     */
    public static Latch blocked(Instant since) {
        return new Latch(Outcome.BLOCKED, since, List.of());
    }

    /**
     * @param since when the server said so
     * @param password the password that it refused
     * @return the latch of an account with that password
     */
    public static Latch badauth(Instant since, String password) {
        return new Latch(Outcome.BADAUTH, since, List.of(PasswordFingerprint.of(password)));
    }

    /** This latch after the server refused one password more, so that two jobs with wrong ones do not take turns. */
    Latch refusing(Instant since, String password) {
        Latch newest = badauth(since, password);
        return new Latch(
                Outcome.BADAUTH,
                since,
                Stream.concat(newest.refused.stream(), refused.stream())
                        .limit(MOST_REFUSED)
                        .toList());
    }

    /**
     * @param password the password of an attempt
     * @return whether this latch stops the attempt
     */
    public boolean holds(String password) {
        return refused.isEmpty() || refused.stream().anyMatch(fingerprint -> fingerprint.matches(password));
    }
}
