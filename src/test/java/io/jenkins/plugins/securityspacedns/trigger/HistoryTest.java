package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the builds of a job tell the trigger. */
class HistoryTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String MOVED = "The address of office changed from 93.184.216.34 to 8.8.4.4.";
    private static final TriggerDecision CHANGE = new TriggerDecision(Reason.ADDRESS_CHANGED, MOVED);
    private static final LastUpdate UPDATE = update("a.example.com", "office", "93.184.216.34");

    private static LastUpdate update(String host, String agent, String address) {
        return new LastUpdate(
                List.of(HostName.parse(host)), Optional.of(IpAddress.parse(address)), "alice", Optional.of(agent));
    }

    private static PastBuild byHand(int number, LastUpdate... updates) {
        return new PastBuild(number, START, false, Optional.empty(), List.of(updates));
    }

    private static PastBuild started(int number, String message, LastUpdate... updates) {
        return new PastBuild(number, START, false, Optional.of(message), List.of(updates));
    }

    private static PastBuild running(int number) {
        return new PastBuild(number, START, true, Optional.empty(), List.of());
    }

    private static History of(PastBuild... builds) {
        return new History(List.of(builds));
    }

    @Test
    void theLastUpdateIsThatOfTheLatestBuildThatMadeOne() {
        LastUpdate older = update("a.example.com", "home", "8.8.8.8");

        assertThat(of(byHand(3), byHand(2, UPDATE), byHand(1, older)).lastUpdates())
                .containsExactly(UPDATE);
    }

    @Test
    void allUpdatesOfThatBuildCountButOneThatWasRepeatedCountsOnce() {
        LastUpdate home = update("h.example.com", "home", "8.8.8.8");
        LastUpdate again = update("a.example.com", "office", "8.8.4.4");

        assertThat(of(byHand(1, UPDATE, home, again)).lastUpdates()).containsExactly(home, again);
    }

    @Test
    void aJobThatNeverUpdatedIsStartedOnce() {
        assertThat(of().withoutUpdate().reason()).isEqualTo(Reason.NEVER_UPDATED);
        assertThat(of(byHand(1)).withoutUpdate().reason()).isEqualTo(Reason.NEVER_UPDATED);
        TriggerDecision second =
                of(byHand(3), started(2, "No build"), byHand(1)).withoutUpdate();
        assertThat(second.reason()).isEqualTo(Reason.NO_UPDATE);
        assertThat(second.message()).contains("Build #2");
    }

    @Test
    void aBuildThatRunsCountsUnlessAnUpdateCameAfterIt() {
        assertThat(of(running(2), byHand(1, UPDATE)).running()).hasValue(running(2));
        assertThat(of(byHand(3), running(2), byHand(1, UPDATE)).running()).hasValue(running(2));
        assertThat(of(byHand(2, UPDATE), running(1)).running()).isEmpty();
        assertThat(of().running()).isEmpty();
    }

    @ParameterizedTest(name = "after {0} builds for the same reason the next one waits {1} minutes")
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "7, 320", "8, 360"})
    void aBuildForTheSameReasonWaitsLongerEachTime(int times, int minutes) {
        List<PastBuild> builds = new ArrayList<>();
        for (int number = times + 1; number > 1; number--) {
            builds.add(started(number, MOVED));
        }
        builds.add(byHand(1, UPDATE));
        History history = new History(builds);
        Duration wait = Duration.ofMinutes(minutes);

        TriggerDecision early =
                history.unlessStartedBefore(CHANGE, START.plus(wait).minusSeconds(1));
        assertThat(early.reason()).isEqualTo(Reason.STARTED_BEFORE);
        assertThat(early.message()).contains("#" + (times + 1)).contains(MOVED);
        assertThat(history.unlessStartedBefore(CHANGE, START.plus(wait))).isEqualTo(CHANGE);
    }

    @Test
    void anotherReasonDoesNotWait() {
        TriggerDecision other =
                new TriggerDecision(Reason.ADDRESS_CHANGED, "The address of office changed from 8.8.4.4 to 8.8.8.8.");

        assertThat(of(started(2, MOVED), byHand(1, UPDATE)).unlessStartedBefore(other, START))
                .isEqualTo(other);
    }

    @Test
    void aBuildThatSomebodyElseStartedEndsTheRow() {
        assertThat(of(byHand(3, UPDATE), started(2, MOVED)).unlessStartedBefore(CHANGE, START))
                .isEqualTo(CHANGE);
    }

    @Test
    void aBuildFromTheFutureHoldsNothingUp() {
        Instant before = START.minus(Duration.ofDays(1));

        assertThat(of(started(1, MOVED, UPDATE)).unlessStartedBefore(CHANGE, before))
                .isEqualTo(CHANGE);
    }

    @Test
    void whatStartsNothingStaysAsItIs() {
        TriggerDecision unchanged = new TriggerDecision(Reason.UNCHANGED, MOVED);

        assertThat(of(started(1, MOVED, UPDATE)).unlessStartedBefore(unchanged, START))
                .isEqualTo(unchanged);
    }
}
