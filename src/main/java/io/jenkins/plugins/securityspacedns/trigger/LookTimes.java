package io.jenkins.plugins.securityspacedns.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

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

    private final Clock clock;
    private final BiConsumer<Duration, Runnable> later;
    private final DoubleSupplier chance;
    private final BiConsumer<J, LookEvent> look;
    private final Map<J, Instant> last = new WeakHashMap<>();
    private final Map<J, Plan> plans = new WeakHashMap<>();
    private final Deque<Instant> atOnce = new ArrayDeque<>();

    /** A look to come. Two of them are never the same. */
    private static final class Plan {

        private final Instant at;

        Plan(Instant at) {
            this.at = at;
        }
    }

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
        Plan plan;
        Duration wait;
        synchronized (this) {
            Instant now = clock.instant();
            Instant due = isRecent(last.get(job), now) ? last.get(job).plus(APART) : now;
            due = at.isAfter(due) ? at : due;
            if (event != LookEvent.SCHEDULE && !due.isAfter(now) && !isFewEnough(now)) {
                due = now.plusMillis((long) (chance.getAsDouble() * APART.toMillis()));
            }
            Plan before = plans.get(job);
            if (before != null && !due.isBefore(before.at)) {
                return;
            }
            plan = new Plan(due);
            plans.put(job, plan);
            wait = Duration.between(now, due);
        }
        if (wait.isZero()) {
            look(job, event, plan);
        } else {
            later.accept(wait, () -> look(job, event, plan));
        }
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

    private void look(J job, LookEvent event, Plan plan) {
        synchronized (this) {
            if (!plans.remove(job, plan)) {
                return; // a look came earlier
            }
            last.put(job, clock.instant());
        }
        look.accept(job, event);
    }

    /** {@return when an event leads to the next look at a job, if one is to come} */
    synchronized Optional<Instant> next(J job) {
        return Optional.ofNullable(plans.get(job)).map(plan -> plan.at);
    }
}
