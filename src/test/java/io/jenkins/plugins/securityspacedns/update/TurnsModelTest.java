package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds arrive, are aborted and are answered in any order: each that is not aborted gets exactly one outcome for each of its
 * hosts, and no account has two requests under way.
 */
@Timeout(120)
class TurnsModelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> HOSTS = List.of("a", "b", "c", "d", "typo");
    private static final List<String> ADDRESSES = List.of("198.51.100.7", "203.0.113.9");

    private final Simulator simulator = Simulator.start();
    private final Engine engine =
            new Engine(simulator).at(new Pace.Limit(1000, 3600)).within(Duration.ofMinutes(1));
    private final ExecutorService builds = Executors.newCachedThreadPool();
    private final Semaphore waiting = new Semaphore(0);

    @AfterEach
    void stop() {
        builds.shutdownNow();
        simulator.close();
    }

    private record Build(UpdateOrder order, String address, Future<UpdateResult> result) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyOrderOfArrivalsAbortsAndAnswers(long seed) throws Exception {
        Random chance = new Random(seed);
        simulator.updateLimit(1_000_000, Duration.ofMinutes(1));
        simulator.addAccount(
                Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com", "c.example.com", "d.example.com");
        List<Build> all = new ArrayList<>();
        List<Build> aborted = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            HeldAnswer held = new HeldAnswer(fault(chance));
            simulator.next(held);
            int seen = simulator.requests().size();
            // Forced, so that this one is sent whatever is known.
            Build first = start(Engine.forced(Engine.order("a.example.com")), chance);
            all.add(first);
            simulator.awaitRequests(seen + 1, PATIENCE);
            int arrivals = 1 + chance.nextInt(8);
            for (int i = 0; i < arrivals; i++) {
                all.add(start(anyOrder(chance), chance));
            }
            waiting.acquire(arrivals);
            for (Build build : all) {
                // Not the first one, whose request the server would still hold when the next one comes.
                if (build != first && !build.result().isDone() && chance.nextInt(4) == 0) {
                    build.result().cancel(true);
                    aborted.add(build);
                }
            }
            held.release();
            for (Build build : all) {
                if (!aborted.contains(build)) {
                    check(build);
                }
            }
            engine.clock.move(Duration.ofHours(1));
        }
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    private static Fault fault(Random chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> Fault.answer(200, "911");
            case 1 -> Fault.answer(200, "nohost");
            case 2 -> Fault.closeBeforeAnswer();
            default -> Fault.none();
        };
    }

    private static UpdateOrder anyOrder(Random chance) {
        List<String> hosts = new ArrayList<>();
        while (hosts.isEmpty()) {
            HOSTS.stream().filter(host -> chance.nextInt(3) == 0).forEach(host -> hosts.add(host + ".example.com"));
        }
        UpdateOrder order = Engine.order(hosts.toArray(String[]::new));
        return chance.nextInt(4) == 0 ? Engine.forced(order) : order;
    }

    private Build start(UpdateOrder order, Random chance) {
        String address = ADDRESSES.get(chance.nextInt(ADDRESSES.size()));
        return new Build(
                order,
                address,
                builds.submit(() -> engine.updater().update(order, AddressFinder.given(address), line -> {
                    if (line.startsWith("Another update of this account")) {
                        waiting.release();
                    }
                })));
    }

    private void check(Build build) throws Exception {
        UpdateResult result;
        try {
            result = build.result().get(60, TimeUnit.SECONDS);
        } catch (CancellationException e) {
            throw new AssertionError("a build that nobody aborted was", e);
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        result.hosts().forEach(host -> outcomes.put(host.hostname(), host.outcome()));
        assertThat(outcomes.keySet())
                .containsExactlyElementsOf(build.order().hosts().requested().stream()
                        .map(host -> host.spelling())
                        .toList());
        assertThat(result.address().map(String::valueOf)).hasValue(build.address());
        assertThat(outcomes.values()).doesNotContainNull().doesNotContain(Outcome.NO_ADDRESS);
        assertThat(outcomes.getOrDefault("typo.example.com", Outcome.NOHOST))
                .as("the server never had it")
                .isNotIn(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.CURRENT);
    }
}
