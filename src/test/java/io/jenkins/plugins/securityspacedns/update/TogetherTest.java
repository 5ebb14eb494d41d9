package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of one account that meet: one request at a time, and one for all who wait and want the same address. */
@Timeout(120)
class TogetherTest {

    private static final String ADDRESS = "198.51.100.7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator).within(Duration.ofMinutes(1));
    private final ExecutorService builds = Executors.newCachedThreadPool();
    private final Semaphore waiting = new Semaphore(0);

    @BeforeEach
    void account() {
        String[] hosts = Stream.concat(
                        Stream.of("a.example.com", "b.example.com", "c.example.com"),
                        IntStream.range(0, 200).mapToObj(i -> "h" + i + ".example.com"))
                .toArray(String[]::new);
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, hosts);
    }

    @AfterEach
    void stop() {
        builds.shutdownNow();
        simulator.close();
    }

    @Test
    void twoHundredBuildsThatWantTheSameMakeOneRequest() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results =
                whileOneIsUnderWay(answer, 200, () -> update(ADDRESS, Engine.order("a.example.com")));

        assertThat(results)
                .hasSize(201)
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS));
        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(results.subList(1, 201))
                .allSatisfy(
                        result -> assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.CURRENT));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void fortyJobsWithAHostEachMakeTwoRequests() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        List<Callable<UpdateResult>> updates = IntStream.range(0, 40)
                .mapToObj(i -> (Callable<UpdateResult>) () -> update(ADDRESS, Engine.order("h" + i + ".example.com")))
                .toList();

        List<UpdateResult> results = whileOneIsUnderWay(answer, updates);

        for (int i = 0; i < 40; i++) {
            HostResult host = results.get(i).hosts().get(0);
            assertThat(host.hostname()).isEqualTo("h" + i + ".example.com");
            assertThat(host.outcome()).isEqualTo(Outcome.UPDATED);
            assertThat(host.duration()).isPositive();
            assertThat(simulator.address(host.hostname())).hasValue(ADDRESS);
        }
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    @Test
    void twoHundredParallelBuildsOfTwentyHostsMakeThreeRequestsAtMost() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        List<Callable<UpdateResult>> updates = IntStream.range(0, 200)
                .mapToObj(i ->
                        (Callable<UpdateResult>) () -> update(ADDRESS, Engine.order("h" + i % 20 + ".example.com")))
                .toList();

        List<UpdateResult> results = whileOneIsUnderWay(answer, updates);

        assertThat(results).allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS));
        assertThat(simulator.requests()).hasSizeLessThanOrEqualTo(3);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    @Test
    void twoHundredForcedBuildsMakeOneMoreRequestForThoseWhoCameTooLateForTheFirst() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        UpdateOrder forced = Engine.forced(Engine.order("a.example.com"));

        List<UpdateResult> results = whileOneIsUnderWay(answer, 200, () -> update(ADDRESS, forced));

        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(results.subList(1, 201))
                .allSatisfy(
                        result -> assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UNCHANGED));
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "911, SERVER_ERROR, UNSTABLE",
        "nohost, NOHOST, FAILURE",
        "badauth, BADAUTH, FAILURE",
        "blocked, BLOCKED, FAILURE",
        "something else, UNCONFIRMED, UNSTABLE"
    })
    void aFailureHoldsThoseWhoWaitedForTheSame(String body, Outcome outcome, Verdict verdict) throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, body));

        List<UpdateResult> results =
                whileOneIsUnderWay(answer, 5, () -> update(ADDRESS, Engine.order("a.example.com")));

        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(outcome);
        assertThat(results).hasSize(6).allSatisfy(result -> {
            assertThat(result.verdict()).isEqualTo(verdict);
            assertThat(result.hosts().get(0).cause()).isEqualTo(outcome);
        });
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aBlockHoldsWhoForcesAnUpdateToo() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, "blocked"));
        UpdateOrder forced = Engine.forced(Engine.order("a.example.com"));

        List<UpdateResult> results = whileOneIsUnderWay(answer, 5, () -> update(ADDRESS, forced));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.hosts().get(0).cause()).isEqualTo(Outcome.BLOCKED));
        assertThat(simulator.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"good 198.51.100.7", "911", "nohost", "good 203.0.113.9"})
    void aBlockOnALaterLineHoldsWhoWaitedWhateverStoodBefore(String first) throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, first + "\nblocked"));

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com")),
                        () -> update(ADDRESS, Engine.order("b.example.com"))));

        assertThat(results.get(1).hosts()).singleElement().satisfies(host -> {
            assertThat(host.outcome()).isEqualTo(Outcome.DEFERRED);
            assertThat(host.cause()).isEqualTo(Outcome.BLOCKED);
        });
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void whoWantsAnotherAddressIsSentApart() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com")),
                        () -> update(ADDRESS, Engine.order("b.example.com")),
                        () -> update("203.0.113.9", Engine.order("a.example.com"))));

        assertThat(results.get(2).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.9");
        assertThat(simulator.address("b.example.com")).hasValue(ADDRESS);
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void whoHasAnotherPasswordIsSentApart() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        String[] host = {"a.example.com"};

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("wrong", host)),
                        () -> update(ADDRESS, Engine.order(Engine.PASSWORD, host))));

        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(Outcome.BADAUTH);
        assertThat(results.get(1).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void whoIsForcedAndWhoIsNotAreSentApart() throws Exception {
        update(ADDRESS, Engine.order("a.example.com", "b.example.com"));
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("c.example.com")),
                        () -> update(ADDRESS, Engine.forced(Engine.order("a.example.com"))),
                        () -> update(ADDRESS, Engine.order("b.example.com"))));

        assertThat(results.get(1).hosts().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(results.get(2).hosts().get(0).outcome()).isEqualTo(Outcome.CURRENT);
    }

    // A wrong host among others

    @Test
    void oneWrongHostOfABuildDoesNotKeepTheOthersFromTheirAddress() throws Exception {
        String[] hosts = IntStream.range(0, 32)
                .mapToObj(i -> i == 21 ? "typo.example.com" : "h" + i + ".example.com")
                .toArray(String[]::new);

        UpdateResult result = update(ADDRESS, Engine.order(hosts));

        assertThat(result.hosts())
                .allSatisfy(host -> assertThat(host.outcome())
                        .isEqualTo(host.hostname().equals("typo.example.com") ? Outcome.NOHOST : Outcome.UPDATED));
        assertThat(simulator.requests()).as("1 + 2 log2 32").hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void oneWrongHostOfABuildDoesNotSpoilTheBuildsThatGoTogetherWithIt() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        List<Callable<UpdateResult>> updates = IntStream.range(0, 17)
                .mapToObj(i -> (Callable<UpdateResult>)
                        () -> update(ADDRESS, Engine.order(i == 9 ? "typo.example.com" : "h" + i + ".example.com")))
                .toList();

        List<UpdateResult> results = whileOneIsUnderWay(answer, updates);

        for (int i = 0; i < 17; i++) {
            assertThat(results.get(i).hosts().get(0).outcome()).isEqualTo(i == 9 ? Outcome.NOHOST : Outcome.UPDATED);
        }
        assertThat(simulator.requests()).as("1, and 1 + 2 log2 16").hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void aHostThatWasNeverConfirmedIsTriedApartFirst() throws Exception {
        String[] hosts =
                IntStream.range(0, 30).mapToObj(i -> "h" + i + ".example.com").toArray(String[]::new);
        update(ADDRESS, Engine.order(hosts));
        int before = simulator.requests().size();
        String[] withTypo =
                Stream.concat(Stream.of(hosts), Stream.of("typo.example.com")).toArray(String[]::new);

        UpdateResult result = update("203.0.113.9", Engine.order(withTypo));

        assertThat(result.hosts().subList(0, 30))
                .allSatisfy(host -> assertThat(host.outcome()).isEqualTo(Outcome.UPDATED));
        assertThat(result.hosts().get(30).outcome()).isEqualTo(Outcome.NOHOST);
        assertThat(simulator.requests()).hasSize(before + 3);
    }

    @Test
    void theSearchForAWrongHostKeepsThePace() throws Exception {
        engine.at(new Pace.Limit(4, 1));
        String[] hosts = IntStream.range(0, 32)
                .mapToObj(i -> i == 21 ? "typo.example.com" : "h" + i + ".example.com")
                .toArray(String[]::new);

        UpdateResult result = update(ADDRESS, Engine.order(hosts));

        assertThat(simulator.requests()).hasSize(4);
        assertThat(result.hosts()).extracting(HostResult::outcome).contains(Outcome.UPDATED, Outcome.DEFERRED);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    // Who leaves

    @Test
    void whoIsInterruptedLeavesAloneAndTheRequestGoesOnForTheOthers() throws Exception {
        HeldAnswer first = holdFirstAnswer(Fault.none());
        HeldAnswer second = new HeldAnswer(Fault.none());
        Future<UpdateResult> one = builds.submit(() -> update(ADDRESS, Engine.order("c.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> leaves =
                start(1, () -> update(ADDRESS, Engine.order("a.example.com"))).get(0);
        Future<UpdateResult> stays =
                start(1, () -> update(ADDRESS, Engine.order("b.example.com"))).get(0);
        simulator.next(second);
        first.release();
        simulator.awaitRequests(2, PATIENCE);

        leaves.cancel(true);
        second.release();

        assertThat(one.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(stays.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(simulator.address("a.example.com")).as("it was on its way").hasValue(ADDRESS);
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsNotSent() throws Exception {
        HeldAnswer first = holdFirstAnswer(Fault.none());
        Future<UpdateResult> one = builds.submit(() -> update(ADDRESS, Engine.order("c.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> leaves =
                start(1, () -> update(ADDRESS, Engine.order("a.example.com"))).get(0);
        leaves.cancel(true);
        Future<UpdateResult> after = start(1, () -> update("203.0.113.9", Engine.order("b.example.com")))
                .get(0);
        first.release();

        one.get(60, TimeUnit.SECONDS);
        assertThat(after.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(simulator.address("a.example.com")).isEmpty();
    }

    @Test
    void aRequestThatNobodyWaitsForAnyMoreIsGivenUp() throws Exception {
        holdFirstAnswer(Fault.none());
        Future<UpdateResult> first = builds.submit(() -> update(ADDRESS, Engine.order("a.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        List<Future<UpdateResult>> others = start(5, () -> update(ADDRESS, Engine.order("a.example.com")));

        first.cancel(true);

        for (Future<UpdateResult> other : others) {
            assertThat(other.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        }
        assertThat(simulator.requests()).hasSize(2);
    }

    // Addresses get old

    @Test
    void anAddressThatGotOldWhileItWaitedIsFoundAgain() throws Exception {
        HeldAnswer first = holdFirstAnswer(Fault.none());
        Future<UpdateResult> one = builds.submit(() -> update(ADDRESS, Engine.order("a.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        List<String> addresses = new CopyOnWriteArrayList<>(List.of(ADDRESS, "203.0.113.9"));
        AddressFinder finder = () -> new AddressFinder.Found(
                Optional.of(IpAddress.parse(addresses.remove(0))), "found", Optional.of(engine.clock.instant()));
        Future<UpdateResult> second = builds.submit(() -> update(finder, Engine.order("b.example.com")));
        waiting.acquire();

        engine.clock.move(AddressFinder.FRESH.plusSeconds(1));
        first.release();

        one.get(60, TimeUnit.SECONDS);
        assertThat(second.get(60, TimeUnit.SECONDS).address().map(IpAddress::toString))
                .hasValue("203.0.113.9");
        assertThat(simulator.address("b.example.com")).hasValue("203.0.113.9");
        assertThat(addresses).isEmpty();
    }

    @Test
    void noAddressGetsOldWhileItsRequestWaitsForOthers() throws Exception {
        engine.at(new Pace.Limit(10, 30)).whilePausing(engine.clock::move);
        for (int i = 0; i < 8; i++) {
            update("203.0.113." + (10 + i), Engine.forced(Engine.order("a.example.com")));
        }
        engine.pauses.clear();
        List<String> addresses = new CopyOnWriteArrayList<>(List.of(ADDRESS));
        AddressFinder shared = () -> new AddressFinder.Found(
                Optional.of(IpAddress.parse(addresses.remove(0))),
                "found",
                Optional.of(engine.clock.instant().minusSeconds(45)));

        assertThat(update(shared, Engine.order("a.example.com")).verdict()).isEqualTo(Verdict.SUCCESS);

        assertThat(engine.pauses).first().isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void anAddressThatTookLongToFindIsNotLookedForAgain() throws Exception {
        List<String> addresses = new CopyOnWriteArrayList<>(List.of(ADDRESS));
        AddressFinder slow = () -> new AddressFinder.Found(
                Optional.of(IpAddress.parse(addresses.remove(0))),
                "found",
                Optional.of(engine.clock.instant().minusSeconds(120)));

        assertThat(update(slow, Engine.order("a.example.com")).verdict()).isEqualTo(Verdict.SUCCESS);
    }

    // The pace

    @Test
    void beyondThePaceHostsAreDeferredWithTheReasonAndNotEvenForceHelps() throws Exception {
        engine.at(new Pace.Limit(2, 30));
        UpdateOrder forced = Engine.forced(Engine.order("a.example.com"));
        update(ADDRESS, forced);
        update(ADDRESS, forced);

        HostResult third = update(ADDRESS, forced).hosts().get(0);

        assertThat(third.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(third.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(third.message())
                .isEqualTo("Not sent: the pace of this account is 2 requests at once and 30 an hour. It sent 2 since"
                        + " 2026-03-01 12:00:00 UTC, most for a.example.com: 2 forced."
                        + " Next request after 2026-03-01 12:02:00 UTC.");
        engine.ledger.change(engine.account(), AccountState::resumed);
        assertThat(update(ADDRESS, forced).hosts().get(0).outcome())
                .as("Resume refills nothing")
                .isEqualTo(Outcome.DEFERRED);
        engine.clock.move(Duration.ofMinutes(2));
        assertThat(update(ADDRESS, forced).verdict()).isEqualTo(Verdict.SUCCESS);
    }

    @Test
    void aRequestWaitsForThePaceIfThatIsSoon() throws Exception {
        engine.at(new Pace.Limit(1, 3600)).whilePausing(engine.clock::move);

        UpdateResult result = update(ADDRESS, Engine.order("a.example.com", "typo.example.com"));

        assertThat(engine.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(result.hosts()).extracting(HostResult::outcome).containsExactly(Outcome.UPDATED, Outcome.NOHOST);
    }

    // Gathering

    @Test
    void theMoreOfItsPaceAnAccountUsedTheLongerTheNextRequestWaitsForOthers() throws Exception {
        engine.at(Pace.Limit.DEFAULT);
        for (int i = 0; i < 7; i++) {
            update(ADDRESS, Engine.order("h" + i + ".example.com"));
        }

        assertThat(engine.pauses)
                .extracting(Duration::toSeconds)
                .as("the first goes out at once")
                .containsExactly(1L, 3L, 7L, 15L, 30L, 30L);
    }

    @Test
    void whoHasNothingToSendDoesNotWaitForOthers() throws Exception {
        engine.at(Pace.Limit.DEFAULT);
        update(ADDRESS, Engine.order("a.example.com"));

        assertThat(update(ADDRESS, Engine.order("a.example.com")).hosts().get(0).outcome())
                .isEqualTo(Outcome.CURRENT);
        assertThat(engine.pauses).isEmpty();
    }

    @Test
    void whoArrivesWhileARequestWaitsForOthersGoesAlong() throws Exception {
        engine.at(Pace.Limit.DEFAULT);
        update(ADDRESS, Engine.order("a.example.com"));
        List<Future<UpdateResult>> late = new CopyOnWriteArrayList<>();
        Semaphore arrived = new Semaphore(0);
        engine.whilePausing(pause -> {
            for (int i = 0; i < 20; i++) {
                String host = "h" + i + ".example.com";
                late.add(builds.submit(() -> update(AddressFinder.given(ADDRESS), Engine.order(host), arrived)));
            }
            arrived.acquireUninterruptibly(20);
        });

        assertThat(update(ADDRESS, Engine.order("b.example.com")).verdict()).isEqualTo(Verdict.SUCCESS);

        for (Future<UpdateResult> build : late) {
            assertThat(build.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        }
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void whoComesLaterHearsOfTheLedgerAlone() throws Exception {
        update(ADDRESS, Engine.order("a.example.com"));

        assertThat(update(ADDRESS, Engine.order("a.example.com")).hosts().get(0).outcome())
                .isEqualTo(Outcome.CURRENT);
    }

    private HeldAnswer holdFirstAnswer(Fault fault) {
        HeldAnswer answer = new HeldAnswer(fault);
        simulator.next(answer);
        return answer;
    }

    private UpdateResult update(String address, UpdateOrder order) throws InterruptedException {
        return update(AddressFinder.given(address), order);
    }

    private UpdateResult update(AddressFinder finder, UpdateOrder order) throws InterruptedException {
        return update(finder, order, waiting);
    }

    private UpdateResult update(AddressFinder finder, UpdateOrder order, Semaphore waits) throws InterruptedException {
        return engine.updater().update(order, finder, line -> {
            if (line.equals("Another update of this account is under way. This one waits for it.")) {
                waits.release();
            }
        });
    }

    private List<UpdateResult> whileOneIsUnderWay(HeldAnswer first, int others, Callable<UpdateResult> update)
            throws Exception {
        return whileOneIsUnderWay(
                first, Stream.generate(() -> update).limit(1 + others).toList());
    }

    /** Starts the others when the request of the first has arrived, and lets it be answered when they all wait. */
    private List<UpdateResult> whileOneIsUnderWay(HeldAnswer first, List<Callable<UpdateResult>> updates)
            throws Exception {
        List<Future<UpdateResult>> all = new ArrayList<>();
        int before = simulator.requests().size();
        all.add(builds.submit(updates.get(0)));
        simulator.awaitRequests(before + 1, PATIENCE);
        for (Callable<UpdateResult> update : updates.subList(1, updates.size())) {
            all.add(builds.submit(update));
        }
        waiting.acquire(updates.size() - 1);
        first.release();
        List<UpdateResult> results = new ArrayList<>();
        for (Future<UpdateResult> one : all) {
            results.add(one.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private List<Future<UpdateResult>> start(int count, Callable<UpdateResult> update) throws InterruptedException {
        List<Future<UpdateResult>> started =
                Stream.generate(() -> builds.submit(update)).limit(count).toList();
        waiting.acquire(count);
        return started;
    }
}
