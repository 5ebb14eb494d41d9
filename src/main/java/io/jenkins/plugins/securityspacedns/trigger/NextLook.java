package io.jenkins.plugins.securityspacedns.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.function.Predicate;

/** When the trigger looks next. Core knows it too, but keeps it to itself. */
final class NextLook {

    /** Nobody waits longer on a page, and each minute up to then is asked for. */
    private static final Duration HORIZON = Duration.ofDays(7);

    private NextLook() {}

    /**
     * @param now the time
     * @param schedule whether the trigger looks in the minute that it is given
     * @return the first minute after now in which it looks, or empty if there is none within a week
     */
    static Optional<Instant> after(Instant now, Predicate<Calendar> schedule) {
        Calendar minute = new GregorianCalendar();
        minute.setTime(Date.from(now.truncatedTo(ChronoUnit.MINUTES)));
        for (long minutes = HORIZON.toMinutes(); minutes > 0; minutes--) {
            minute.add(Calendar.MINUTE, 1);
            if (schedule.test((Calendar) minute.clone())) {
                return Optional.of(minute.toInstant());
            }
        }
        return Optional.empty();
    }
}
