package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the builds of a job tell the trigger. */
class HistoryTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName TYPO = HostName.parse("tpyo.example.com");
    private static final TriggerDecision CHANGE = changeTo("8.8.4.4");
    private static final PastUpdate UPDATE = update("a.example.com", "office", "93.184.216.34");

    private static PastUpdate update(String host, String agent, String address) {
        return update(Map.of(HostName.parse(host), Outcome.UPDATED), agent, address);
    }

    private static PastUpdate update(Map<HostName, Outcome> hosts, String agent, String address) {
        return new PastUpdate(hosts, Optional.of(IpAddress.parse(address)), "alice", Optional.of(agent), "");
    }

    private static TriggerDecision changeTo(String address) {
        return new TriggerDecision(
                Reason.ADDRESS_CHANGED,
                "The address of office changed from 93.184.216.34 to " + address + ".",
                Optional.of(A),
                Optional.of(IpAddress.parse(address)));
    }

    private static PastBuild byHand(int number, PastUpdate... updates) {
        return new PastBuild(number, START, false, Optional.empty(), List.of(updates));
    }

    private static PastBuild started(int number, TriggerDecision decision, PastUpdate... updates) {
        return new PastBuild(number, START, false, Optional.of(decision), List.of(updates));
    }

    private static PastBuild running(int number) {
        return new PastBuild(number, START, true, Optional.empty(), List.of());
    }

    private static History of(PastBuild... builds) {
        return new History(List.of(builds));
    }

    @Test
    void theLastUpdateIsThatOfTheLatestBuildThatMadeOne() {
        PastUpdate older = update("a.example.com", "home", "8.8.8.8");

        assertThat(of(byHand(3), byHand(2, UPDATE), byHand(1, older)).lastUpdates())
                .containsExactly(UPDATE);
    }

    @Test
    void allUpdatesOfThatBuildCountButOneThatWasRepeatedCountsOnce() {
        PastUpdate home = update("h.example.com", "home", "8.8.8.8");
        PastUpdate again = update("a.example.com", "office", "8.8.4.4");

        assertThat(of(byHand(1, UPDATE, home, again)).lastUpdates()).containsExactly(again, home);
    }

    @Test
    void anUpdateOfTheOtherFamilyIsNoRepeat() {
        PastUpdate ipv6 = new PastUpdate(
                UPDATE.hosts(), Optional.of(IpAddress.parse("2606:4700::1")), "alice", UPDATE.agent(), "ipv6");

        assertThat(of(byHand(1, UPDATE, ipv6)).lastUpdates()).containsExactly(ipv6, UPDATE);
    }

    @Test
    void aJobThatNeverUpdatedIsStartedOnce() {
        assertThat(of().withoutUpdate().reason()).isEqualTo(Reason.NEVER_UPDATED);
        assertThat(of(byHand(1)).withoutUpdate().reason()).isEqualTo(Reason.NEVER_UPDATED);
        TriggerDecision second = of(
                        byHand(3), started(2, new TriggerDecision(Reason.NEVER_UPDATED, "No build")), byHand(1))
                .withoutUpdate();
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
            builds.add(started(number, CHANGE));
        }
        builds.add(byHand(1, UPDATE));
        History history = new History(builds);
        Duration wait = Duration.ofMinutes(minutes);

        TriggerDecision early =
                history.unlessStartedBefore(CHANGE, START.plus(wait).minusSeconds(1));
        assertThat(early.reason()).isEqualTo(Reason.STARTED_BEFORE);
        assertThat(early.message()).contains("#" + (times + 1)).contains(CHANGE.message());
        assertThat(history.unlessStartedBefore(CHANGE, START.plus(wait))).isEqualTo(CHANGE);
    }

    @Test
    void anotherAddressOfTheSameHostWaitsTooIfTheBuildDidNotHelp() {
        assertThat(of(started(2, CHANGE), byHand(1, UPDATE))
                        .unlessStartedBefore(changeTo("8.8.8.8"), START)
                        .reason())
                .isEqualTo(Reason.STARTED_BEFORE);
        assertThat(of(started(2, CHANGE, UPDATE)) // got the address of another node
                        .unlessStartedBefore(CHANGE, START)
                        .reason())
                .isEqualTo(Reason.STARTED_BEFORE);
    }

    @Test
    void anotherReasonOrHostDoesNotWait() {
        History history = of(started(2, CHANGE), byHand(1, UPDATE));
        TriggerDecision due = CHANGE.but(Reason.KEEP_ALIVE_DUE, CHANGE.message());
        TriggerDecision other =
                new TriggerDecision(Reason.ADDRESS_CHANGED, CHANGE.message(), Optional.of(TYPO), CHANGE.address());

        assertThat(history.unlessStartedBefore(due, START)).isEqualTo(due);
        assertThat(history.unlessStartedBefore(other, START)).isEqualTo(other);
    }

    @Test
    void aBuildThatHelpedHoldsUpNothing() {
        PastUpdate brought = update("a.example.com", "office", "8.8.4.4");
        TriggerDecision next = changeTo("8.8.8.8");

        assertThat(of(started(2, CHANGE, brought)).unlessStartedBefore(next, START))
                .isEqualTo(next);
    }

    @Test
    void aBuildThatSomebodyElseStartedEndsTheRow() {
        assertThat(of(byHand(3, UPDATE), started(2, CHANGE)).unlessStartedBefore(CHANGE, START))
                .isEqualTo(CHANGE);
    }

    @Test
    void aBuildFromTheFutureHoldsNothingUp() {
        Instant before = START.minus(Duration.ofDays(1));

        assertThat(of(started(1, CHANGE, UPDATE)).unlessStartedBefore(CHANGE, before))
                .isEqualTo(CHANGE);
    }

    @Test
    void whatStartsNothingStaysAsItIs() {
        TriggerDecision unchanged = CHANGE.but(Reason.UNCHANGED, CHANGE.message());

        assertThat(of(started(1, CHANGE, UPDATE)).unlessStartedBefore(unchanged, START))
                .isEqualTo(unchanged);
    }

    @Test
    void aHostThatDoesNotExistDoesNotHideTheRealOne() {
        PastUpdate typo = update(Map.of(TYPO, Outcome.NOHOST), "office", "93.184.216.34");

        assertThat(of(byHand(2, typo), byHand(1, UPDATE)).lastUpdates()).containsExactly(UPDATE);
        assertThat(of(byHand(1, typo)).lastUpdates()).containsExactly(typo);
    }

    @Test
    void aHostThatDoesNotExistDoesNotCountBesideOthers() {
        Map<HostName, Outcome> hosts = new LinkedHashMap<>();
        hosts.put(A, Outcome.UPDATED);
        hosts.put(TYPO, Outcome.NOHOST);

        assertThat(of(byHand(1, update(hosts, "office", "93.184.216.34"))).lastUpdates())
                .singleElement()
                .satisfies(update -> assertThat(update.hosts()).containsOnlyKeys(A));
    }

    @Test
    void anUpdateThatConfirmedNothingDoesNotHideTheOneBefore() {
        PastUpdate held = update(Map.of(TYPO, Outcome.DEFERRED), "office", "93.184.216.34");
        PastUpdate older = update("b.example.com", "office", "93.184.216.34");
        PastUpdate failed = update(Map.of(A, Outcome.SERVER_ERROR), "office", "8.8.4.4");

        assertThat(of(byHand(3, held), byHand(2, UPDATE), byHand(1, older)).lastUpdates())
                .containsExactly(held, UPDATE);
        assertThat(of(byHand(2, failed), byHand(1, UPDATE)).lastUpdates()).containsExactly(failed);
    }

    @Test
    void theAddressesOfAHostAreThoseOfTheLastHour() {
        PastBuild first = at(0, UPDATE);
        PastBuild second = at(30, update("a.example.com", "home", "8.8.4.4"));
        PastBuild other = at(35, update("b.example.com", "office", "9.9.9.9"));
        PastBuild third = at(40, update("a.example.com", "office", "8.8.8.8"));
        History history = of(third, other, second, first);

        Instant now = START.plus(Duration.ofMinutes(60));
        assertThat(history.addresses(A, now))
                .containsExactly(
                        IpAddress.parse("8.8.8.8"), IpAddress.parse("8.8.4.4"), IpAddress.parse("93.184.216.34"));
        assertThat(history.addresses(A, START.plus(Duration.ofMinutes(91))))
                .containsExactly(IpAddress.parse("8.8.8.8"), IpAddress.parse("8.8.4.4"));
    }

    private static PastBuild at(int minute, PastUpdate update) {
        return new PastBuild(1, START.plus(Duration.ofMinutes(minute)), false, Optional.empty(), List.of(update));
    }
}
