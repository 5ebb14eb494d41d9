package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

/** Updates of one account that meet: one request at a time, and one answer for all who want the same. */
@Timeout(120)
class SharedAnswersTest {

    private static final String ADDRESS = "198.51.100.7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator).within(Duration.ofMinutes(1));
    private final ExecutorService builds = Executors.newCachedThreadPool();
    private final Semaphore waiting = new Semaphore(0);

    @BeforeEach
    void account() {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com", "c.example.com");
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

        assertThat(results).hasSize(201).allSatisfy(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
            assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        });
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void whoSharesAnAnswerSaysSoAndSentNothing() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results =
                whileOneIsUnderWay(answer, 1, () -> update(ADDRESS, Engine.order("a.example.com")));

        assertThat(results.get(0).hosts().get(0).duration()).isPositive();
        HostResult shared = results.get(1).hosts().get(0);
        assertThat(shared.duration()).isZero();
        assertThat(shared.message())
                .startsWith("The server set the address to 198.51.100.7.")
                .endsWith("nothing was sent for this one.");
    }

    @Test
    void twoHundredForcedBuildsMakeOneMoreRequestForThoseWhoCameTooLateForTheFirst() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        UpdateOrder forced = Engine.forced(Engine.order("a.example.com"));

        List<UpdateResult> results = whileOneIsUnderWay(answer, 200, () -> update(ADDRESS, forced));

        assertThat(results).allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS));
        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(results.subList(1, 201))
                .allSatisfy(
                        result -> assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UNCHANGED));
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    @Test
    void twoHundredBuildsOfManyKindsMakeOneRequestForEveryChange() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        String[][] wishes = {{"a.example.com"}, {"b.example.com"}, {"a.example.com", "b.example.com"}, {"c.example.com"}
        };
        List<Callable<UpdateResult>> updates = IntStream.range(0, 200)
                .mapToObj(number ->
                        (Callable<UpdateResult>) () -> update(ADDRESS, Engine.order(wishes[number % wishes.length])))
                .toList();

        List<UpdateResult> results = whileOneIsUnderWay(answer, updates);

        assertThat(results).allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS));
        assertThat(simulator.requests()).hasSize(3);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
        assertThat(results.stream().flatMap(result -> result.hosts().stream()).map(HostResult::outcome))
                .containsOnly(Outcome.UPDATED);
    }

    @ParameterizedTest
    @CsvSource({
        "911, SERVER_ERROR, UNSTABLE",
        "nohost, NOHOST, FAILURE",
        "badauth, BADAUTH, FAILURE",
        "blocked, BLOCKED, FAILURE",
        "something else, UNCONFIRMED, UNSTABLE"
    })
    void aFailureIsSharedToo(String body, Outcome outcome, Verdict verdict) throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, body));

        List<UpdateResult> results =
                whileOneIsUnderWay(answer, 5, () -> update(ADDRESS, Engine.order("a.example.com")));

        assertThat(results).hasSize(6).allSatisfy(result -> {
            assertThat(result.verdict()).isEqualTo(verdict);
            assertThat(result.hosts().get(0).outcome()).isEqualTo(outcome);
        });
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void whoForcesAnUpdateIsToldOfALatchByTheLedgerAlone() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, "blocked"));
        UpdateOrder forced = Engine.forced(Engine.order("a.example.com"));

        List<UpdateResult> results = whileOneIsUnderWay(answer, 5, () -> update(ADDRESS, forced));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.hosts().get(0).cause()).isEqualTo(Outcome.BLOCKED));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aBlockHoldsWhoWaitedWhateverTheHostWasAnsweredBesides() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.answer(200, "good 203.0.113.9\nblocked"));

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com", "b.example.com")),
                        () -> update(ADDRESS, Engine.order("a.example.com"))));

        assertThat(results.get(0).hosts())
                .extracting(HostResult::outcome)
                .containsExactly(Outcome.UNCONFIRMED, Outcome.BLOCKED);
        assertThat(results.get(1).hosts()).singleElement().satisfies(host -> {
            assertThat(host.outcome()).isEqualTo(Outcome.DEFERRED);
            assertThat(host.cause()).isEqualTo(Outcome.BLOCKED);
        });
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void whoHearsThatTheServerIsOutOfReachDoesNotAskItForOtherHosts() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.closeBeforeAnswer());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com")),
                        () -> update(ADDRESS, Engine.order("a.example.com", "b.example.com"))));

        assertThat(results.get(1).hosts())
                .extracting(HostResult::outcome)
                .containsExactly(Outcome.UNREACHABLE, Outcome.DEFERRED);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void whoHearsOfASuccessAsksTheServerForOtherHosts() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com")),
                        () -> update(ADDRESS, Engine.order("a.example.com", "b.example.com"))));

        assertThat(results.get(1).hosts()).extracting(HostResult::outcome).containsOnly(Outcome.UPDATED);
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void anAnswerIsNotSharedWithWhoWantsAnotherAddress() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com")),
                        () -> update("203.0.113.9", Engine.order("a.example.com"))));

        assertThat(results.get(1).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(results.get(1).hosts().get(0).duration()).isPositive();
        assertThat(simulator.address("a.example.com")).hasValue("203.0.113.9");
    }

    @Test
    void aRefusedPasswordIsNotSharedWithWhoHasAnother() throws Exception {
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
    void nohostOfARequestWithAStrangerSaysNothingOfTheOthersAlone() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());

        List<UpdateResult> results = whileOneIsUnderWay(
                answer,
                List.of(
                        () -> update(ADDRESS, Engine.order("a.example.com", "stranger.example.com")),
                        () -> update(ADDRESS, Engine.order("a.example.com"))));

        assertThat(results.get(0).hosts().get(0).outcome()).isEqualTo(Outcome.NOHOST);
        assertThat(results.get(1).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void whoForcesAnUpdateDoesNotShareTheNohostOfOtherHosts() throws Exception {
        HeldAnswer answer = holdFirstAnswer(Fault.none());
        Future<UpdateResult> first = builds.submit(() -> update(ADDRESS, Engine.order("b.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        UpdateOrder withStranger = Engine.forced(Engine.order("a.example.com", "stranger.example.com"));
        Future<UpdateResult> refused =
                start(1, () -> update(ADDRESS, withStranger)).get(0);
        UpdateOrder alone = Engine.forced(Engine.order("a.example.com"));
        Future<UpdateResult> taken = start(1, () -> update(ADDRESS, alone)).get(0);

        answer.release();

        first.get(60, TimeUnit.SECONDS);
        assertThat(refused.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(taken.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
    }

    @Test
    void whereTheOneThatRunsIsInterruptedAnotherOfThoseWhoWaitSendsForAll() throws Exception {
        holdFirstAnswer(Fault.none());
        Thread[] first = new Thread[1];
        Future<UpdateResult> interrupted = builds.submit(() -> {
            first[0] = Thread.currentThread();
            return update(ADDRESS, Engine.order("a.example.com"));
        });
        simulator.awaitRequests(1, PATIENCE);
        List<Future<UpdateResult>> others = start(5, () -> update(ADDRESS, Engine.order("a.example.com")));

        first[0].interrupt();

        for (Future<UpdateResult> other : others) {
            assertThat(other.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        }
        assertThat(interrupted)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void whoComesAfterAnAnswerHearsOfTheLedgerAloneEvenWhereOthersStillWait() throws Exception {
        HeldAnswer failure = new HeldAnswer(Fault.answer(200, "911"));
        HeldAnswer success = new HeldAnswer(Fault.none());
        simulator.next(failure, success);
        Future<UpdateResult> first = builds.submit(() -> update(ADDRESS, Engine.order("a.example.com")));
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> second =
                start(1, () -> update(ADDRESS, Engine.order("b.example.com"))).get(0);
        failure.release();
        simulator.awaitRequests(2, PATIENCE);
        Future<UpdateResult> third =
                start(1, () -> update(ADDRESS, Engine.order("a.example.com"))).get(0);

        success.release();

        assertThat(first.get(60, TimeUnit.SECONDS).hosts().get(0).outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(second.get(60, TimeUnit.SECONDS).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        HostResult late = third.get(60, TimeUnit.SECONDS).hosts().get(0);
        assertThat(late.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(late.cause()).isEqualTo(Outcome.SERVER_ERROR);
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
        return engine.updater().update(order, AddressFinder.given(address), line -> {
            if (line.equals("Another update of this account is under way. This one waits for it.")) {
                waiting.release();
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
        all.add(builds.submit(updates.get(0)));
        simulator.awaitRequests(1, PATIENCE);
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
