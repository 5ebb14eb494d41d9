package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job whose agent has one address and then another, looked at again and again; each build brings what it found. */
class FlappingTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName HOST = HostName.parse("a.example.com");
    private static final LookupNode OFFICE = new LookupNode(Optional.of("office"), null, Optional.empty());
    private static final String ONE = "93.184.216.34";
    private static final String TWO = "8.8.4.4";
    private static final String THREE = "8.8.8.8";
    private static final String FOUR = "9.9.9.9";
    private static final String FIVE = "1.1.1.1";

    private final Guard guard = new Guard(Duration.ofDays(25), Pace.Limit.DEFAULT, Accounts.HASHES);
    private final Recorder recorder = new Recorder(new HoldTimes(() -> 0), Accounts.HASHES);
    private final Flapping flapping = new Flapping();
    private History history = History.NONE;
    private int builds;
    private final List<Reason> reasons = new ArrayList<>();
    private AccountState state = AccountState.UNKNOWN;
    private Instant now = START;

    FlappingTest() {
        build(ONE, Optional.empty());
    }

    private void build(String address, Optional<TriggerDecision> startedFor) {
        IpAddress brought = IpAddress.parse(address);
        ParsedResponse response =
                new ParsedResponse(List.of(new HostAnswer(HOST, Outcome.UPDATED, "", false)), Optional.empty());
        Map<HostName, Recorder.Cause> wanted =
                Map.of(HOST, new Recorder.Cause(SendReason.NEVER_CONFIRMED, WantedUpdate.digest(List.of(HOST))));
        state = recorder.record(
                state, new Recorder.SentRequest(brought, "pw", wanted, response, Optional.empty(), now));
        builds++;
        startedFor.ifPresent(decision -> history = history.starting(decision, now, builds));
        history = history.with(new PastUpdate(
                builds,
                now,
                Map.of(HOST, Outcome.UPDATED),
                Optional.of(brought),
                "alice",
                OFFICE.agent(),
                "",
                "",
                false));
        history = History.parse(history.lines());
    }

    /** One look, as {@link Look} does it: nothing while the trigger waits. */
    private Optional<TriggerDecision> look(int minute, String address) {
        now = START.plus(Duration.ofMinutes(minute));
        PastUpdate update = history.lastUpdates().get(0);
        if (flapping.waitsUntil(update.hosts().keySet(), now).isPresent()) {
            return Optional.empty();
        }
        TriggerDecision judged =
                new Judge(guard, history).judge(update, IpAddress.parse(address), OFFICE, "pw", state, Map.of(), now);
        TriggerDecision decision = history.unlessStartedBefore(
                flapping.check(judged, "Says who: " + address, history.addresses(HOST, now), now), now, builds + 1);
        reasons.add(decision.reason());
        if (decision.reason().starts()) {
            build(address, Optional.of(decision));
        }
        return Optional.of(decision);
    }

    private Reason reasonAt(int minute, String address) {
        return look(minute, address).orElseThrow().reason();
    }

    @Test
    void anAddressThatReturnsIsNotUpdatedAtOnceButAfterFiveMinutes() {
        assertThat(reasonAt(10, TWO)).isEqualTo(Reason.ADDRESS_CHANGED);

        TriggerDecision flaps = look(20, ONE).orElseThrow();

        assertThat(flaps.reason()).isEqualTo(Reason.FLAPPING);
        assertThat(flaps.message())
                .isEqualTo("a.example.com had the address 93.184.216.34 before, then 8.8.4.4, and now"
                        + " 93.184.216.34 is found again. The next look is after 2026-03-01 12:25:00 UTC.");
        assertThat(flapping.waitsUntil(Set.of(HOST), now)).hasValue(START.plus(Duration.ofMinutes(25)));
        assertThat(look(24, ONE)).isEmpty();
        assertThat(reasonAt(25, ONE)).isEqualTo(Reason.ADDRESS_CHANGED);
        assertThat(reasonAt(35, ONE)).isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void whoNamedTheAddressesIsKept() {
        look(5, ONE);
        look(10, TWO);
        assertThat(look(20, ONE).orElseThrow().details()).containsExactly("Says who: " + TWO, "Says who: " + ONE);

        for (String address : List.of(THREE, FOUR, FIVE)) {
            assertThat(look(120, address).orElseThrow().details()).containsExactly("Says who: " + address);
        }
        assertThat(look(121, THREE).orElseThrow().details()).hasSize(4).last().isEqualTo("Says who: " + THREE);
    }

    @Test
    void theWaitDoublesEachTimeUpToAnHour() {
        look(1, TWO);
        List<Integer> waits = new ArrayList<>();
        int minute = 2;
        String address = ONE;
        for (int time = 0; time < 6; time++) {
            assertThat(reasonAt(minute, address)).isEqualTo(Reason.FLAPPING);
            int wait = 0;
            while (look(minute + wait, address).isEmpty()) {
                wait++;
            }
            waits.add(wait);
            minute += wait + 1;
            address = address.equals(ONE) ? TWO : ONE;
        }
        assertThat(waits).containsExactly(5, 10, 20, 40, 60, 60);
    }

    @Test
    void afterAnHourWithoutFlappingTheWaitIsShortAgain() {
        look(1, TWO);
        look(2, ONE);
        look(7, ONE);
        assertThat(look(60, TWO).orElseThrow().message()).contains("after 2026-03-01 13:10:00");
        look(200, TWO);
        assertThat(look(201, ONE).orElseThrow().message()).contains("after 2026-03-01 15:26:00");
    }

    @Test
    void eachOfTheLastThreeFlaps() {
        look(1, TWO);
        look(2, THREE);
        look(3, FOUR);
        assertThat(reasonAt(4, ONE)).isEqualTo(Reason.FLAPPING);
    }

    @Test
    void oneOfEarlierAddressesIsAChange() {
        look(1, TWO);
        look(2, THREE);
        look(3, FOUR);
        look(4, FIVE);
        assertThat(reasonAt(5, ONE)).isEqualTo(Reason.ADDRESS_CHANGED);
    }

    @Test
    void whileAHostFlapsANewAddressIsAChangeAllTheSame() {
        look(1, TWO);
        assertThat(reasonAt(2, ONE)).isEqualTo(Reason.FLAPPING);
        assertThat(reasonAt(7, FIVE)).isEqualTo(Reason.ADDRESS_CHANGED);
        assertThat(reasonAt(8, TWO)).isEqualTo(Reason.FLAPPING);
    }

    @Test
    void anAddressThatReturnsAfterMoreThanAnHourIsAChange() {
        look(10, TWO);
        assertThat(reasonAt(71, ONE)).isEqualTo(Reason.ADDRESS_CHANGED);
    }

    @Test
    void aClockThatIsSetBackMakesNoWaitLonger() {
        look(1000, TWO);
        look(1001, ONE);
        assertThat(look(10, ONE)).isPresent();
    }

    @ParameterizedTest(name = "looks every {0} minutes")
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 15})
    void aDayOfFlipsAtEachLookStartsAtMostThirtyBuilds(int every) {
        for (int minute = every, look = 0; minute <= 24 * 60; minute += every, look++) {
            look(minute, look % 2 == 0 ? TWO : ONE);
        }
        assertThat(builds).isBetween(5, 30);
        assertThat(reasons)
                .containsOnly(Reason.ADDRESS_CHANGED, Reason.FLAPPING, Reason.UNCHANGED)
                .contains(Reason.FLAPPING);
    }

    @ParameterizedTest(name = "looks every {0} minutes")
    @ValueSource(ints = {1, 10})
    void aDayOfFlipsAmongThreeAddressesStartsAtMostThirtyBuilds(int every) {
        List<String> addresses = List.of(ONE, TWO, THREE);
        for (int minute = every, look = 1; minute <= 24 * 60; minute += every, look++) {
            look(minute, addresses.get(look % 3));
        }
        assertThat(builds).isLessThanOrEqualTo(30);
    }
}
