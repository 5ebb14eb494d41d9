package io.jenkins.plugins.securityspacedns.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code Retry-After} header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    private RetryAfter() {}

    /**
     * @param value the header's value
     * @param now the time of the answer
     * @return when the server wants the next request at the earliest, at most 24 hours from now; empty where the value
     *     is neither seconds nor a date, or the time has passed
     */
    public static Optional<Instant> parse(String value, Instant now) {
        return read(value.strip(), now)
                .map(wait -> wait.compareTo(HoldTimes.LONGEST) < 0 ? wait : HoldTimes.LONGEST)
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .map(now::plus);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            // More than nine digits are more than any wait, and maybe more than a number holds.
            return Optional.of(value.length() > 9 ? HoldTimes.LONGEST : Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, date));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
