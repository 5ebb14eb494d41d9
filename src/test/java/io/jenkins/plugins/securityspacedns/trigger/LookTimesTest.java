package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When jobs are looked at that somebody asks for. */
class LookTimesTest {

    private static final Instant HALF_PAST = Instant.parse("2026-03-01T12:30:20Z");

    private final AdjustableClock clock = new AdjustableClock();
    private final Instant start = clock.instant();
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> looks = new ArrayList<>();
    private final LookTimes<String> times = new LookTimes<>(
            clock,
            (wait, work) -> tasks.add(new Task(clock.instant().plus(wait), work)),
            new Random(1)::nextDouble,
            (job, event) -> looks.add(seconds() + " " + job + " " + event.word()));

    private record Task(Instant at, Runnable work) {}

    private long seconds() {
        return Duration.between(start, clock.instant()).toSeconds();
    }

    /** Lets time pass and does what falls due, in order. */
    private void passTo(int second) {
        Instant end = start.plusSeconds(second);
        while (true) {
            Task next = tasks.stream()
                    .filter(task -> !task.at().isAfter(end))
                    .min(Comparator.comparing(Task::at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            tasks.remove(next);
            clock.move(Duration.between(clock.instant(), next.at()));
            next.work().run();
        }
        clock.move(Duration.between(clock.instant(), end));
    }

    @Test
    void aJobIsLookedAtAtOnce() {
        times.ask("dns", LookEvent.AGENT_CONNECTED);

        assertThat(looks).containsExactly("0 dns agent-connected");
        assertThat(times.next("dns")).isEmpty();
    }

    @Test
    void anAgentThatConnectsTwentyTimesInAMinuteLeadsToTwoLooks() {
        for (int second = 0; second < 60; second += 3) {
            passTo(second);
            times.ask("dns", LookEvent.AGENT_CONNECTED);
        }
        assertThat(times.next("dns")).hasValue(start.plusSeconds(60));
        passTo(300);

        assertThat(looks).containsExactly("0 dns agent-connected", "60 dns agent-connected");
        assertThat(times.next("dns")).isEmpty();
    }

    @Test
    void theScheduleAndEventsShareTheMinute() {
        times.ask("dns", LookEvent.SCHEDULE);
        passTo(30);
        times.ask("dns", LookEvent.AGENT_CONNECTED);
        passTo(60);
        times.ask("dns", LookEvent.SCHEDULE);
        passTo(61);
        times.ask("dns", LookEvent.SCHEDULE);
        passTo(300);

        assertThat(looks).containsExactly("0 dns schedule", "60 dns agent-connected", "120 dns schedule");
    }

    @Test
    void eachJobHasAMinuteOfItsOwn() {
        times.ask("one", LookEvent.SCHEDULE);
        times.ask("two", LookEvent.SCHEDULE);

        assertThat(looks).containsExactly("0 one schedule", "0 two schedule");
    }

    @Test
    void aLookMayBeAskedForLaterAndAnEarlierOneTakesItsPlace() {
        times.ask("dns", LookEvent.WAIT_OVER, start.plusSeconds(300));
        assertThat(times.next("dns")).hasValue(start.plusSeconds(300));
        passTo(100);
        times.ask("dns", LookEvent.AGENT_CONNECTED);
        assertThat(times.next("dns")).isEmpty();
        passTo(600);

        assertThat(looks).containsExactly("100 dns agent-connected");
    }

    @Test
    void aStormIsSpreadOverAMinute() {
        List<String> jobs = IntStream.range(0, 1_000).mapToObj(i -> "job" + i).toList();
        jobs.forEach(job -> times.ask(job, LookEvent.AGENT_CONNECTED));
        assertThat(looks).hasSize(20);
        passTo(30);
        assertThat(looks).hasSizeBetween(450, 570);
        passTo(60);

        assertThat(looks).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void theScheduleIsNotSpread() {
        IntStream.range(0, 1_000).forEach(i -> times.ask("job" + i, LookEvent.SCHEDULE));

        assertThat(looks).hasSize(1_000);
    }

    @Test
    void aLookThatCameEarlierDoesNotKeepOneThatIsAskedForAfterItFromItsTime() {
        times.ask("dns", LookEvent.WAIT_OVER, start.plusSeconds(300));
        times.ask("dns", LookEvent.AGENT_CONNECTED);
        times.ask("dns", LookEvent.WAIT_OVER, start.plusSeconds(400));
        passTo(600);

        assertThat(looks).containsExactly("0 dns agent-connected", "400 dns wait-over");
    }

    @Test
    void aClockThatIsSetBackKeepsNoJobFromBeingLookedAt() {
        times.ask("dns", LookEvent.SCHEDULE);
        clock.move(Duration.ofDays(-1));
        times.ask("dns", LookEvent.AGENT_CONNECTED);

        assertThat(looks).hasSize(2);
    }

    @Test
    void theNextLookIsInTheFirstMinuteAfterNowThatTheScheduleNames() {
        assertThat(LookTimes.scheduled(HALF_PAST, minute -> minute.get(Calendar.MINUTE) % 10 == 0))
                .contains(Instant.parse("2026-03-01T12:40:00Z"));
        assertThat(LookTimes.scheduled(HALF_PAST, minute -> true)).contains(Instant.parse("2026-03-01T12:31:00Z"));
    }

    @Test
    void aScheduleMayChangeTheTimeThatItIsGiven() {
        assertThat(LookTimes.scheduled(HALF_PAST, minute -> {
                    boolean named = minute.get(Calendar.MINUTE) == 35;
                    minute.clear();
                    return named;
                }))
                .contains(Instant.parse("2026-03-01T12:35:00Z"));
    }

    @Test
    void aScheduleThatNamesNoMinuteWithinAWeekLeadsToNone() {
        assertThat(LookTimes.scheduled(HALF_PAST, minute -> false)).isEmpty();
    }
}
