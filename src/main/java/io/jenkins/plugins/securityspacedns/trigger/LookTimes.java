package io.jenkins.plugins.securityspacedns.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Date;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * When a job is looked at: as soon as somebody asks for it, and at most once a minute. What comes earlier waits for the end
 * of the minute, and counts once. If events ask for more than 20 jobs within a minute, as after a restart of Jenkins, each
 * further one waits for a time by chance of up to a minute.
 *
 * @param <J> the type of the jobs
 */
final class LookTimes<J> {

    private static final Duration APART = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;

    /** Nobody waits longer on a page, and each minute up to then is asked for. */
    private static final Duration HORIZON = Duration.ofDays(7);

    private final Clock clock;
    private final BiConsumer<Duration, Runnable> later;
    private final DoubleSupplier chance;
    private final BiConsumer<J, LookEvent> look;
    private final Map<J, Instant> last = new WeakHashMap<>();
    private final Map<J, Instant> plans = new WeakHashMap<>();
    private final Deque<Instant> atOnce = new ArrayDeque<>();

    /**
     * @param clock tells the time
     * @param later runs something after some time
     * @param chance gives numbers from 0 to 1
     * @param look looks at a job; returns at once
     */
    LookTimes(Clock clock, BiConsumer<Duration, Runnable> later, DoubleSupplier chance, BiConsumer<J, LookEvent> look) {
        this.clock = clock;
        this.later = later;
        this.chance = chance;
        this.look = look;
    }

    /** Has a job looked at as soon as that may be. */
    void ask(J job, LookEvent event) {
        ask(job, event, clock.instant());
    }

    /** Has a job looked at at some time, or as soon after it as that may be. */
    void ask(J job, LookEvent event, Instant at) {
        Instant now = clock.instant();
        plan(job, event, at, now).ifPresent(due -> {
            if (due.isAfter(now)) {
                later.accept(Duration.between(now, due), () -> look(job, event, due));
            } else {
                look(job, event, due);
            }
        });
    }

    /** When the job is to be looked at for this, unless a look is to come before that. */
    private synchronized Optional<Instant> plan(J job, LookEvent event, Instant at, Instant now) {
        Instant due = isRecent(last.get(job), now) ? last.get(job).plus(APART) : now;
        due = at.isAfter(due) ? at : due;
        if (event != LookEvent.SCHEDULE && !due.isAfter(now) && !isFewEnough(now)) {
            due = now.plusMillis((long) (chance.getAsDouble() * APART.toMillis()));
        }
        Instant before = plans.get(job);
        if (before != null && !due.isBefore(before)) {
            return Optional.empty();
        }
        plans.put(job, due);
        return Optional.of(due);
    }

    private boolean isFewEnough(Instant now) {
        atOnce.removeIf(time -> !isRecent(time, now));
        boolean few = atOnce.size() < AT_ONCE;
        if (few) {
            atOnce.add(now);
        }
        return few;
    }

    /** A time in the future is the work of a clock that was wrong. */
    private static boolean isRecent(Instant time, Instant now) {
        return time != null && !time.isAfter(now) && now.isBefore(time.plus(APART));
    }

    private void look(J job, LookEvent event, Instant plan) {
        synchronized (this) {
            if (!plans.remove(job, plan)) {
                return; // a look came earlier
            }
            last.put(job, clock.instant());
        }
        look.accept(job, event);
    }

    /**
     * When a schedule leads to the next look. Core knows it too, but keeps it to itself.
     *
     * @param schedule whether the trigger looks in the minute that it is given
     * @return the first minute after now in which it looks, or empty if there is none within a week
     */
    static Optional<Instant> scheduled(Instant now, Predicate<Calendar> schedule) {
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

    /** {@return when an event leads to the next look at a job, if one is to come} */
    synchronized Optional<Instant> next(J job) {
        return Optional.ofNullable(plans.get(job));
    }
}
