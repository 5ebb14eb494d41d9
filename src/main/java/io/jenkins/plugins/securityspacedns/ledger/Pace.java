package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests an account may send now: a token bucket. Each request takes a token; tokens come back with time.
 *
 * @param tokens how many tokens there were after the last request
 * @param at when that was
 * @param requests the requests of the last hour before that, the oldest first
 */
public record Pace(double tokens, Instant at, List<PastRequest> requests) {

    /** An account that has sent nothing. */
    public static final Pace UNUSED = new Pace(Double.MAX_VALUE, Instant.EPOCH, List.of());

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_REQUESTS = 100;

    /**
     * Keeps a copy of the requests.
     *
     * @throws IllegalArgumentException if the tokens are less than none, or no number
     */
    public Pace {
        if (!(tokens >= 0)) { // so that NaN is refused too
            throw new IllegalArgumentException("There cannot be " + tokens + " tokens.");
        }
        requests = List.copyOf(requests);
    }

    /**
     * A request that was sent.
     *
     * @param at when
     * @param host its first host
     * @param reason why that was sent
     */
    public record PastRequest(Instant at, String host, SendReason reason) {}

    /** {@return how many requests may be sent at once now} */
    public int left(Limit limit, Instant now) {
        return (int) available(limit, now);
    }

    /** A clock that was set back brings no tokens, one that was set forward no more than the bucket holds. */
    private double available(Limit limit, Instant now) {
        double hours = Math.max(0, Duration.between(at, now).toMillis() / (double) HOUR.toMillis());
        return Math.min(limit.atOnce(), tokens + hours * limit.anHour());
    }

    /** {@return when the next request may be sent; empty if that is now} */
    public Optional<Instant> next(Limit limit, Instant now) {
        double missing = 1 - available(limit, now);
        return missing <= 0
                ? Optional.empty()
                : Optional.of(now.plusMillis((long) Math.ceil(missing / limit.anHour() * HOUR.toMillis())));
    }

    /** This pace after one more request. */
    Pace after(Limit limit, PastRequest request) {
        Instant now = request.at();
        List<PastRequest> recent = new ArrayList<>(requests);
        recent.add(request);
        recent.removeIf(past -> Duration.between(past.at(), now).abs().compareTo(HOUR) > 0);
        return new Pace(
                Math.max(0, available(limit, now) - 1),
                now,
                recent.subList(Math.max(0, recent.size() - MOST_REQUESTS), recent.size()));
    }

    /**
     * How many requests an account may send.
     *
     * @param atOnce how many in a row, 1 to 1000
     * @param anHour how many an hour for longer, 1 to 3600
     */
    public record Limit(int atOnce, int anHour) {

        /** The limit if nobody sets one: well below what gets an account blocked. */
        public static final Limit DEFAULT = new Limit(10, 30);

        private static final int MOST_AT_ONCE = 1000;
        private static final int MOST_AN_HOUR = 3600;

        /**
         * @throws InvalidInputException if a number is out of its range
         */
        public Limit {
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
}
