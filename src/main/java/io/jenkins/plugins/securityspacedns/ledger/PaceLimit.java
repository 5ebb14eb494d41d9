package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;

/**
 * How many requests an account may send.
 *
 * @param atOnce how many in a row, 1 to 1000
 * @param anHour how many an hour for longer, 1 to 3600
 */
public record PaceLimit(int atOnce, int anHour) {

    /** The limit if nobody sets one: well below what gets an account blocked. */
    public static final PaceLimit DEFAULT = new PaceLimit(10, 30);

    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_AN_HOUR = 3600;

    /**
     * @throws InvalidInputException if a number is out of its range
     */
    public PaceLimit {
        check(atOnce, MOST_AT_ONCE, "at once");
        check(anHour, MOST_AN_HOUR, "an hour");
    }

    private static void check(int requests, int most, String when) {
        if (requests < 1 || requests > most) {
            throw new InvalidInputException(
                    "A pace of " + requests + " requests " + when + " is out of range. Give 1 to " + most + ".");
        }
    }
}
