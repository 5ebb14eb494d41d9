package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Account;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that blocks who sends more than 30 requests in a minute never blocks the plugin, however much there is to do. */
@Timeout(300)
class NeverBlockedTest {

    private static final String BEFORE = "198.51.100.7";
    private static final String AFTER = "203.0.113.9";

    private final AdjustableClock serverClock = new AdjustableClock();
    private final Simulator simulator = Simulator.start(serverClock);
    private final ExecutorService builds = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        builds.shutdownNow();
        simulator.close();
    }

    private Account account(int hosts) {
        return simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, names(hosts));
    }

    private static String[] names(int hosts) {
        return IntStream.range(0, hosts).mapToObj(NeverBlockedTest::name).toArray(String[]::new);
    }

    private static String name(int host) {
        return "h" + host + ".example.com";
    }

    private Engine engine() {
        return new Engine(simulator, LedgerPlace.folder(folder))
                .at(simulator.httpEndpoint())
                .at(Pace.Limit.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"40, 40, 3", "200, 20, 3", "1000, 1000, 8"})
    void buildsThatBeginAtOnceAfterAChangeOfAddressGoOutInAFewRequests(int jobs, int hosts, int most) throws Exception {
        Account account = account(hosts);
        Engine engine = engine();
        engine.update(BEFORE, names(hosts));
        int before = simulator.requests().size();
        serverClock.move(Duration.ofHours(1));
        engine.clock.move(Duration.ofHours(1));
        simulator.always(Fault.delay(Duration.ofMillis(100)));
        CyclicBarrier start = new CyclicBarrier(jobs);
        List<Future<UpdateResult>> all = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            String host = name(i % hosts);
            all.add(builds.submit(() -> {
                start.await();
                return engine.update(AFTER, host);
            }));
        }

        for (Future<UpdateResult> build : all) {
            assertThat(build.get(120, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCESS);
        }

        for (int i = 0; i < hosts; i++) {
            assertThat(simulator.address(name(i))).hasValue(AFTER);
        }
        assertThat(simulator.requests().size() - before).isLessThanOrEqualTo(most);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
        assertThat(account.isBlocked()).isFalse();
    }

    @Test
    void anAddressThatFlipsAllDayKeepsThePace() throws Exception {
        Account account = account(1);
        Engine engine = engine();
        Duration tick = Duration.ofSeconds(20);
        int looks = (int) Duration.ofDays(1).dividedBy(tick);

        for (int look = 0; look < looks; look++) {
            engine.update(look % 2 == 0 ? BEFORE : AFTER, name(0));
            engine.clock.move(tick);
            serverClock.move(tick);
        }

        assertThat(simulator.requests()).as("10 and 30 an hour").hasSizeBetween(700, 10 + 24 * 30);
        assertThat(account.isBlocked()).isFalse();
    }

    @Test
    void thePaceOutlivesARestartAndAClockThatIsSetBackAndAheadAgain() throws Exception {
        account(1);
        UpdateOrder forced = Engine.forced(Engine.order(name(0)));
        Engine first = engine();
        for (int i = 0; i < 10; i++) {
            first.update(BEFORE, forced);
        }

        Engine next = engine();
        Outcome restarted = outcome(next, forced);
        next.clock.move(Duration.ofDays(-2));
        Outcome setBack = outcome(next, forced);
        next.clock.move(Duration.ofDays(2));
        Outcome setAheadAgain = outcome(next, forced);
        next.clock.move(Duration.ofMinutes(2));
        Outcome later = outcome(next, forced);

        assertThat(List.of(restarted, setBack, setAheadAgain)).containsOnly(Outcome.DEFERRED);
        assertThat(later).isEqualTo(Outcome.UNCHANGED);
        assertThat(simulator.requests()).hasSize(11);
    }

    @Test
    void aClockThatIsSetFarAheadBringsNoMoreThanTheTenRequestsAtOnce() throws Exception {
        Account account = account(1);
        Engine engine = engine();
        UpdateOrder forced = Engine.forced(Engine.order(name(0)));
        for (int i = 0; i < 20; i++) {
            engine.update(BEFORE, forced);
        }
        engine.clock.move(Duration.ofDays(365));
        for (int i = 0; i < 20; i++) {
            engine.update(BEFORE, forced);
        }

        assertThat(simulator.requests()).hasSize(20);
        assertThat(account.isBlocked()).isFalse();
    }

    private static Outcome outcome(Engine engine, UpdateOrder order) throws InterruptedException {
        return engine.update(BEFORE, order).hosts().get(0).outcome();
    }
}
