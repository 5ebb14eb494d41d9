package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a host is held after a failure: twice as long after each failure in a row. A little chance keeps many hosts from
 * coming back all at once.
 *
 * @param chance gives numbers from 0 (inclusive) to 1 (exclusive)
 */
public record HoldTimes(DoubleSupplier chance) {

    /** No hold is longer, whatever the server asks for. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration SERVER_FIRST = Duration.ofMinutes(5);
    private static final Duration SERVER_LONGEST = Duration.ofHours(6);
    private static final Duration UNREACHABLE_FIRST = Duration.ofMinutes(1);
    private static final Duration UNREACHABLE_LONGEST = Duration.ofMinutes(30);
    private static final double JITTER = 0.2;

    /**
     * @param cause {@code server-error}, {@code unconfirmed} or {@code unreachable}
     * @param failures how many times in a row it came, at least 1
     * @return how long to wait: up to a fifth more than the doubled time, but never more than its limit
     */
    public Duration after(Outcome cause, int failures) {
        boolean unreachable = cause == Outcome.UNREACHABLE;
        Duration first = unreachable ? UNREACHABLE_FIRST : SERVER_FIRST;
        Duration longest = unreachable ? UNREACHABLE_LONGEST : SERVER_LONGEST;
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 16));
        Duration jittered = doubled.plusMillis((long) (doubled.toMillis() * JITTER * chance.getAsDouble()));
        return jittered.compareTo(longest) < 0 ? jittered : longest;
    }
}
