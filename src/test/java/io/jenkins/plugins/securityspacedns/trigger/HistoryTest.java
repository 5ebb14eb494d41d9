package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a job. */
class HistoryTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName A = HostName.parse("a.example.com");
    private static final HostName TYPO = HostName.parse("tpyo.example.com");
    private static final TriggerDecision CHANGE = changeTo("8.8.4.4");
    private static final PastUpdate UPDATE = update(1, "a.example.com", "office", "93.184.216.34");

    private static PastUpdate update(int build, String host, String agent, String address) {
        return update(build, Map.of(HostName.parse(host), Outcome.UPDATED), agent, address);
    }

    private static PastUpdate update(int build, Map<HostName, Outcome> hosts, String agent, String address) {
        return new PastUpdate(
                build,
                START.plusSeconds(build),
                hosts,
                Optional.of(IpAddress.parse(address)),
                "alice",
                Optional.of(agent),
                "",
                "",
                false);
    }

    private static PastUpdate failed(int build, HostName host, String address) {
        return update(build, Map.of(host, Outcome.SERVER_ERROR), "office", address);
    }

    private static TriggerDecision changeTo(String address) {
        return new TriggerDecision(
                Reason.ADDRESS_CHANGED,
                "The address of office changed from 93.184.216.34 to " + address + ".",
                Optional.of(A),
                Optional.of(IpAddress.parse(address)),
                List.of());
    }

    /** The history of a job whose builds updated this, the oldest first. */
    private static History of(PastUpdate... updates) {
        History history = History.NONE;
        for (PastUpdate update : updates) {
            history = history.with(update);
        }
        return history;
    }

    @Test
    void theLastUpdateIsThatOfTheLatestBuildThatConfirmedOne() {
        PastUpdate older = update(1, "a.example.com", "home", "8.8.8.8");
        PastUpdate latest = update(2, "a.example.com", "office", "93.184.216.34");

        assertThat(of(older, latest).lastUpdates()).containsExactly(latest);
    }

    @Test
    void allUpdatesOfThatBuildCountButOneThatWasRepeatedCountsOnce() {
        PastUpdate home = update(1, "h.example.com", "home", "8.8.8.8");
        PastUpdate again = update(1, "a.example.com", "office", "8.8.4.4");

        assertThat(of(UPDATE, home, again).lastUpdates()).containsExactly(again, home);
    }

    @Test
    void anUpdateOfTheOtherFamilyIsNoRepeat() {
        PastUpdate ipv6 = new PastUpdate(
                1,
                START,
                UPDATE.hosts(),
                Optional.of(IpAddress.parse("2606:4700::1")),
                "alice",
                UPDATE.agent(),
                "ipv6",
                "",
                false);

        assertThat(of(UPDATE, ipv6).lastUpdates()).containsExactly(ipv6, UPDATE);
    }

    @Test
    void aJobThatNeverUpdatedIsStartedOnce() {
        TriggerDecision first = History.NONE.withoutUpdate(1);
        assertThat(first.reason()).isEqualTo(Reason.NEVER_UPDATED);
        History started = History.NONE.starting(first, START, 2);
        assertThat(started.withoutUpdate(2).reason()) // somebody took it out of the queue
                .isEqualTo(Reason.NEVER_UPDATED);
        TriggerDecision second = started.withoutUpdate(4);
        assertThat(second.reason()).isEqualTo(Reason.NO_UPDATE);
        assertThat(second.message()).contains("Build #2");
    }

    @Test
    void aBuildThatRunsCountsUnlessAnUpdateCameAfterIt() {
        assertThat(of(UPDATE).isBefore(2)).isTrue();
        assertThat(of(UPDATE).isBefore(1)).isTrue();
        assertThat(of(update(2, "a.example.com", "office", "8.8.8.8")).isBefore(1))
                .isFalse();
        assertThat(History.NONE.isBefore(1)).isTrue();
    }

    @ParameterizedTest(name = "after {0} builds for the same reason the next one waits {1} minutes")
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "7, 320", "8, 360", "100, 360"})
    void aBuildForTheSameReasonWaitsLongerEachTime(int times, int minutes) {
        History history = of(UPDATE);
        for (int build = 2; build <= times + 1; build++) {
            history = history.starting(CHANGE, START, build);
        }
        int next = times + 2;
        Duration wait = Duration.ofMinutes(minutes);

        TriggerDecision early =
                history.unlessStartedBefore(CHANGE, START.plus(wait).minusSeconds(1), next);
        assertThat(early.reason()).isEqualTo(Reason.STARTED_BEFORE);
        assertThat(early.message()).contains("#" + (times + 1)).contains(CHANGE.message());
        assertThat(history.unlessStartedBefore(CHANGE, START.plus(wait), next)).isEqualTo(CHANGE);
    }

    @Test
    void anotherAddressOfTheSameHostWaitsTooIfTheBuildDidNotHelp() {
        History started = of(UPDATE).starting(CHANGE, START, 2);
        assertThat(started.unlessStartedBefore(changeTo("8.8.8.8"), START, 3).reason())
                .isEqualTo(Reason.STARTED_BEFORE);
        History elsewhere = started.with(update(2, "a.example.com", "home", "93.184.216.34"));
        assertThat(elsewhere.unlessStartedBefore(CHANGE, START, 3).reason()).isEqualTo(Reason.STARTED_BEFORE);
    }

    @Test
    void anotherReasonOrHostDoesNotWait() {
        History history = of(UPDATE).starting(CHANGE, START, 2);
        TriggerDecision due = CHANGE.but(Reason.KEEP_ALIVE_DUE, CHANGE.message());
        TriggerDecision other = new TriggerDecision(
                Reason.ADDRESS_CHANGED, CHANGE.message(), Optional.of(TYPO), CHANGE.address(), List.of());

        assertThat(history.unlessStartedBefore(due, START, 3)).isEqualTo(due);
        assertThat(history.unlessStartedBefore(other, START, 3)).isEqualTo(other);
    }

    @Test
    void aBuildThatHelpedHoldsUpNothing() {
        History helped = of(UPDATE).starting(CHANGE, START, 2).with(update(2, "a.example.com", "office", "8.8.4.4"));
        TriggerDecision next = changeTo("8.8.8.8");

        assertThat(helped.unlessStartedBefore(next, START, 3)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(names = {"BADAUTH", "BLOCKED"})
    void aBuildWhoseAccountWasStoppedHoldsUpNothing(Outcome stop) {
        History stopped = of(UPDATE).starting(CHANGE, START, 2).with(update(2, Map.of(A, stop), "office", "8.8.4.4"));

        assertThat(stopped.unlessStartedBefore(CHANGE, START, 3)).isEqualTo(CHANGE);
    }

    @Test
    void aBuildThatSomebodyElseStartedEndsTheRow() {
        assertThat(of(UPDATE).starting(CHANGE, START, 2).unlessStartedBefore(CHANGE, START, 4))
                .isEqualTo(CHANGE);
    }

    @Test
    void aBuildThatSomebodyTookOutOfTheQueueHoldsUpNothing() {
        assertThat(of(UPDATE).starting(CHANGE, START, 2).unlessStartedBefore(CHANGE, START, 2))
                .isEqualTo(CHANGE);
    }

    @Test
    void aBuildFromTheFutureHoldsNothingUp() {
        Instant before = START.minus(Duration.ofDays(1));

        assertThat(of(UPDATE).starting(CHANGE, START, 2).unlessStartedBefore(CHANGE, before, 3))
                .isEqualTo(CHANGE);
    }

    @Test
    void whatStartsNothingStaysAsItIs() {
        TriggerDecision unchanged = CHANGE.but(Reason.UNCHANGED, CHANGE.message());

        assertThat(of(UPDATE).starting(CHANGE, START, 2).unlessStartedBefore(unchanged, START, 3))
                .isEqualTo(unchanged);
    }

    @Test
    void aHostThatDoesNotExistDoesNotHideTheRealOne() {
        PastUpdate typo = update(2, Map.of(TYPO, Outcome.NOHOST), "office", "93.184.216.34");

        assertThat(of(UPDATE, typo).lastUpdates()).containsExactly(UPDATE);
        assertThat(of(typo).lastUpdates()).containsExactly(typo);
    }

    @Test
    void aHostThatDoesNotExistDoesNotCountBesideOthers() {
        Map<HostName, Outcome> hosts = new LinkedHashMap<>();
        hosts.put(A, Outcome.UPDATED);
        hosts.put(TYPO, Outcome.NOHOST);

        assertThat(of(update(1, hosts, "office", "93.184.216.34")).lastUpdates())
                .singleElement()
                .satisfies(update -> assertThat(update.hosts()).containsOnlyKeys(A));
    }

    @Test
    void anUpdateThatConfirmedNothingDoesNotHideTheOneBefore() {
        PastUpdate older = update(1, "b.example.com", "office", "93.184.216.34");
        PastUpdate latest = update(2, "a.example.com", "office", "93.184.216.34");
        PastUpdate held = update(3, Map.of(TYPO, Outcome.DEFERRED), "office", "93.184.216.34");

        assertThat(of(older, latest, held).lastUpdates()).containsExactly(held, latest);
        assertThat(of(UPDATE, failed(2, A, "8.8.4.4")).lastUpdates()).containsExactly(failed(2, A, "8.8.4.4"));
    }

    @Test
    void aFailureWithTheSameAddressDoesNotBringBackWhatTheJobNoLongerUpdates() {
        PastUpdate older = update(1, "b.example.com", "office", "93.184.216.34");
        PastUpdate latest = update(2, "a.example.com", "office", "93.184.216.34");
        PastUpdate failure = failed(3, A, "93.184.216.34");

        assertThat(of(older, latest, failure).lastUpdates()).containsExactly(failure);
    }

    @Test
    void manyBuildsThatConfirmNothingDoNotDisplaceTheOneThatDid() {
        History history = of(UPDATE);
        for (int build = 2; build < 200; build++) {
            history = history.with(failed(build, HostName.parse("host" + build + ".example.com"), "8.8.4.4"));
        }

        assertThat(history.updates()).hasSizeLessThan(60).contains(UPDATE);
        assertThat(history.lastUpdates()).contains(UPDATE);
    }

    @Test
    void aBuildThatUpdatesTheSameAgainAndAgainIsKeptOnce() {
        History history = History.NONE;
        for (int build = 1; build < 200; build++) {
            history = history.with(update(build, "a.example.com", "office", "93.184.216.34"));
        }

        assertThat(history.updates())
                .containsExactly(
                        update(199, "a.example.com", "office", "93.184.216.34").since(START.plusSeconds(1)));
    }

    @Test
    void allStepsOfABuildAreKeptHoweverMany() {
        History history = History.NONE;
        for (int step = 0; step < 200; step++) {
            history = history.with(update(1, "host" + step + ".example.com", "office", "93.184.216.34"));
        }

        assertThat(history.lastUpdates()).hasSize(200);
    }

    @Test
    void theAddressesOfAHostAreThoseOfTheLastHour() {
        History history = of(
                at(0, update(1, "a.example.com", "office", "93.184.216.34")),
                at(10, update(2, "a.example.com", "office", "93.184.216.34")),
                at(30, update(3, "a.example.com", "home", "8.8.4.4")),
                at(35, update(4, "b.example.com", "office", "9.9.9.9")),
                at(40, update(5, "a.example.com", "office", "8.8.8.8")));

        Instant now = START.plus(Duration.ofMinutes(60));
        assertThat(history.addresses(A, now))
                .containsExactly(
                        IpAddress.parse("8.8.8.8"), IpAddress.parse("8.8.4.4"), IpAddress.parse("93.184.216.34"));
        assertThat(history.addresses(A, START.plus(Duration.ofMinutes(91))))
                .containsExactly(IpAddress.parse("8.8.8.8"), IpAddress.parse("8.8.4.4"));
    }

    @Test
    void anAddressThatNoHostHadWithinTheLastHourIsForgotten() {
        History history = of(
                at(0, update(1, "a.example.com", "office", "93.184.216.34")),
                at(30, update(2, "a.example.com", "office", "8.8.4.4")),
                at(91, update(3, "a.example.com", "office", "8.8.8.8")));

        assertThat(history.updates()).hasSize(2);
    }

    private static PastUpdate at(int minute, PastUpdate update) {
        return update.since(START.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void whatIsKeptIsReadBackAsItWas() {
        Map<HostName, Outcome> hosts = new LinkedHashMap<>();
        hosts.put(TYPO, Outcome.NOHOST);
        hosts.put(A, Outcome.UPDATED);
        PastUpdate given = new PastUpdate(
                7,
                START,
                hosts,
                Optional.of(IpAddress.parse("2001:4860:4860::8888")),
                "",
                Optional.empty(),
                "ipv6",
                "",
                false);
        PastUpdate builtIn = new PastUpdate(
                7, START, hosts, Optional.empty(), "büro", Optional.of(""), "", "linux && !\"a b\"", true);
        History history = of(UPDATE, given, builtIn);

        assertThat(History.parse(history.lines())).isEqualTo(history);
        History started = history.starting(CHANGE, START, 8).starting(CHANGE, START.plusSeconds(1), 9);
        History read = History.parse(started.lines());
        assertThat(read.updates()).isEqualTo(history.updates());
        assertThat(read.unlessStartedBefore(CHANGE, START, 10))
                .isEqualTo(started.unlessStartedBefore(CHANGE, START, 10))
                .returns(Reason.STARTED_BEFORE, TriggerDecision::reason);
        assertThat(History.parse(History.NONE.lines())).isEqualTo(History.NONE);
    }

    @Test
    void textFromOutsideCannotForgeALine(@TempDir Path folder) throws Exception {
        PastUpdate forged = new PastUpdate(
                1,
                START,
                Map.of(A, Outcome.UPDATED),
                Optional.empty(),
                "x\nstart\t1",
                Optional.of("a\tb"),
                "",
                "\u2028",
                false);

        JobFile file = new JobFile(folder.resolve("history"));
        file.replace(of(forged).lines());

        assertThat(file.path()).content().hasLineCount(2);
        assertThat(History.parse(file.lines().orElseThrow()).updates())
                .singleElement()
                .returns(Optional.of("a b"), PastUpdate::agent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "securityspace-dns-history 2",
                "securityspace-dns-history 1\n",
                "securityspace-dns-history 1\nstart",
                "securityspace-dns-history 1\nstart\tx\t2026-03-01T12:00:00Z\t1\taddress-changed\t\t",
                "securityspace-dns-history 1\nstart\t1\tnoon\t1\taddress-changed\t\t",
                "securityspace-dns-history 1\nstart\t1\t2026-03-01T12:00:00Z\t1\twhim\t\t",
                "securityspace-dns-history 1\n1\t2026-03-01T12:00:00Z\t8.8.8.8\talice\t@\t\t\ta.example.com",
                "securityspace-dns-history 1\n1\t2026-03-01T12:00:00Z\t8.8.8.8\talice\t@\t\t\ta.example.com perhaps",
                "securityspace-dns-history 1\n1\t2026-03-01T12:00:00Z\t8.8.8\talice\t@\t\t\ta.example.com updated"
            })
    void whatIsDamagedIsRefusedAsAWhole(String text) {
        List<List<String>> lines = Stream.of(text.split("\n", -1))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        assertThatThrownBy(() -> History.parse(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyFileIsNotAnEmptyHistory() {
        assertThatThrownBy(() -> History.parse(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
