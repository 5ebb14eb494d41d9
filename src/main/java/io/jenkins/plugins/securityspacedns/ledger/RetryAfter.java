package io.jenkins.plugins.securityspacedns.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code Retry-After} header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final DateTimeFormatter ASCTIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE MMM ppd HH:mm:ss uuuu")
            .toFormatter(Locale.US);

    private RetryAfter() {}

    /**
     * @param value the header's value
     * @param now the time of the answer
     * @return when the server wants the next request at the earliest, at most 24 hours from now; empty if the value is
     *     neither seconds nor a date, or the time has passed
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
        OffsetDateTime latest = now.atOffset(ZoneOffset.UTC).plusYears(50);
        return date(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                .or(() -> date(value, ASCTIME))
                // What looks further ahead than 50 years is of the century before, and has passed.
                .or(() -> date(value, rfc850(latest.getYear())).filter(date -> !date.isAfter(latest.toInstant())))
                .map(date -> Duration.between(now, date));
    }

    /** The form of RFC 850, whose year has two digits. The three forms of a date are those of RFC 9110, section 5.6.7. */
    private static DateTimeFormatter rfc850(int latestYear) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, latestYear - 99)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US);
    }

    private static Optional<Instant> date(String value, DateTimeFormatter form) {
        try {
            return Optional.of(form.withZone(ZoneOffset.UTC).parse(value, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
