package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Builds that go together with one that is in trouble, or that is aborted, hear nothing of it. */
@Timeout(120)
class TroubledBuildsTest {

    private static final String ADDRESS = "198.51.100.7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator).within(Duration.ofMinutes(10));
    private final ExecutorService builds = Executors.newCachedThreadPool();
    private final Semaphore waiting = new Semaphore(0);

    @BeforeEach
    void account() {
        simulator.addAccount(
                Engine.USERNAME,
                Engine.PASSWORD,
                IntStream.range(0, 400).mapToObj(TroubledBuildsTest::host).toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        builds.shutdownNow();
        simulator.close();
    }

    private static String host(int i) {
        return "h" + i + ".with-a-name-of-some-length.example.com";
    }

    private static UpdateOrder hosts(int from, int to) {
        return Engine.order(
                IntStream.range(from, to).mapToObj(TroubledBuildsTest::host).toArray(String[]::new));
    }

    @Test
    void aBuildWhoseLogIsGoneSpoilsNoOther() throws Exception {
        engine.at(new Pace.Limit(1, 3600));
        engine.whilePausing(engine.clock::move);
        HeldAnswer first = new HeldAnswer(Fault.none());
        simulator.next(first);
        Future<UpdateResult> sends = start(hosts(0, 1), line -> {});
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> mute = start(hosts(1, 2), line -> {
            if (line.startsWith("This account sent requests")) {
                throw new IllegalStateException("the log is closed");
            }
        });
        Future<UpdateResult> other = start(hosts(2, 3), line -> {});
        waiting.acquire(2);

        first.release();

        assertThat(sends.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(other.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThatThrownBy(() -> mute.get(60, TimeUnit.SECONDS)).hasMessageContaining("the log is closed");
    }

    @Test
    void aRequestIsGivenUpIfAllWhoAreNotDoneAreAborted() throws Exception {
        HeldAnswer first = new HeldAnswer(Fault.none());
        simulator.next(first, Fault.none(), Fault.silence());
        Future<UpdateResult> sends = start(hosts(0, 1), line -> {});
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> small = start(hosts(1, 2), line -> {});
        waiting.acquire();
        Future<UpdateResult> large = start(hosts(2, 400), line -> {});
        waiting.acquire();
        first.release();
        sends.get(60, TimeUnit.SECONDS);
        assertThat(small.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        simulator.awaitRequests(3, PATIENCE);

        large.cancel(true);

        assertThat(start(hosts(0, 1), line -> {}).get(20, TimeUnit.SECONDS).verdict())
                .isEqualTo(Verdict.SUCCESS);
    }

    @Test
    void whoIsAbortedWhileThePaceIsWaitedForIsNotSentAndSpoilsNoOther() throws Exception {
        engine.at(new Pace.Limit(1, 3600));
        HeldAnswer first = new HeldAnswer(Fault.none());
        simulator.next(first, Fault.answer(200, "nohost\nnohost"));
        Future<UpdateResult> sends = start(hosts(0, 1), line -> {});
        simulator.awaitRequests(1, PATIENCE);
        Future<UpdateResult> aborted = start(hosts(1, 2), line -> {});
        Future<UpdateResult> other = start(hosts(2, 3), line -> {});
        waiting.acquire(2);
        Semaphore left = new Semaphore(0);
        engine.whilePausing(wait -> {
            engine.clock.move(wait);
            if (!aborted.isDone()) {
                aborted.cancel(true);
                left.tryAcquire(1, TimeUnit.SECONDS); // until it has left
            }
        });

        first.release();

        sends.get(60, TimeUnit.SECONDS);
        assertThat(other.get(60, TimeUnit.SECONDS).hosts().get(0).outcome()).isEqualTo(Outcome.NOHOST);
        assertThat(simulator.requests().get(1).parameter("hostname")).contains(host(2));
    }

    @Test
    void aClockThatIsSlewedDoesNotDeferWhoHasWaitedForThePace() throws Exception {
        engine.at(new Pace.Limit(1, 3600));
        engine.whilePausing(wait -> engine.clock.move(wait.multipliedBy(999).dividedBy(1000)));

        UpdateResult result = engine.update(ADDRESS, host(0), "typo.example.com");

        assertThat(result.hosts())
                .as("the request for both was refused, and each part waited for the pace")
                .extracting(HostResult::outcome)
                .containsExactly(Outcome.UPDATED, Outcome.NOHOST);
    }

    @Test
    void aClockThatIsSetBackMeanwhileMakesNobodyWaitLonger() throws Exception {
        engine.at(new Pace.Limit(1, 120));
        engine.whilePausing(wait -> engine.clock.move(Duration.ofHours(-1)));
        UpdateOrder forced = Engine.forced(hosts(0, 1));
        engine.update(ADDRESS, forced);

        assertThat(engine.update(ADDRESS, forced).hosts().get(0).outcome()).isEqualTo(Outcome.DEFERRED);

        assertThat(engine.pauses)
                .as("for others to go along, and for the pace")
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private Future<UpdateResult> start(UpdateOrder order, Consumer<String> log) {
        return builds.submit(() -> engine.updater().update(order, AddressFinder.given(ADDRESS), line -> {
            if (line.startsWith("Another update of this account")) {
                waiting.release();
            }
            log.accept(line);
        }));
    }
}
