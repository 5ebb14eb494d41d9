package io.jenkins.plugins.securityspacedns.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import io.jenkins.plugins.securityspacedns.update.HostResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A world in which something happens by chance, and everything is checked afterwards. */
final class Soak implements AutoCloseable {

    private static final Duration OUTAGE = Duration.ofHours(2);

    private final Random chance;
    private final AdjustableClock worldClock = new AdjustableClock();
    private final Instant begin = worldClock.instant();
    private final Simulator simulator = Simulator.start(worldClock);
    private final List<Served> served = Collections.synchronizedList(new ArrayList<>());
    private final Faults faults;
    private final Machine machine;
    private final List<Customer> customers;
    private final Map<Happening, Long> happenings = new EnumMap<>(Happening.class);
    private final Map<String, Long> outcomes = new TreeMap<>();
    private Instant downUntil = Instant.MIN;
    private String address = "203.0.113.1";
    private long requests;

    /**
     * @param seed decides all that is left to chance
     * @param folder where the engine keeps its ledger
     */
    Soak(long seed, Path folder) throws IOException {
        chance = new Random(seed);
        faults = new Faults(chance, Thread.currentThread(), served::add);
        URI endpoint = simulator.httpEndpoint();
        machine = new Machine(folder.resolve("ledger"), chance, endpoint);
        customers = List.of(Customer.ofFewHosts(simulator), Customer.ofManyHosts(simulator));
    }

    /** Lets one thing happen, and checks everything. */
    void step() throws IOException {
        Happening happening = Happening.any(chance);
        happenings.merge(happening, 1L, Long::sum);
        Customer customer = customers.get(chance.nextInt(customers.size()));
        switch (happening) {
            case UPDATE -> update(customer, Machine.Weather.FAIR);
            case SILENCE -> update(customer, Machine.Weather.SILENT);
            case NEW_ADDRESS -> address = "203.0.113." + (1 + chance.nextInt(200));
            case LONG_PAUSE -> pass(Duration.ofDays(1 + chance.nextInt(40)));
            case OUTAGE -> downUntil = worldClock.instant().plusSeconds(chance.nextInt((int) OUTAGE.toSeconds()));
            case CLOCK_JUMPS -> machine.clock.move(Duration.ofMinutes(chance.nextInt(20_000) - 10_000));
            case CLOCK_IS_SET -> machine.clock.move(Duration.between(machine.clock.instant(), worldClock.instant()));
            case RESTART -> machine.restart();
            case CRASH_WHILE_SAVING -> Files.writeString(machine.file().resolveSibling("ledger.new"), "format=1\nent");
            case BLOCK -> simulator.block(customer.username);
            case UNBLOCK -> simulator.unblock(customer.username);
            case RESUME -> resume(customer);
            case NEW_PASSWORD -> customer.changePassword(simulator, chance);
            case MISTYPED_PASSWORD -> customer.mistypePassword();
            case RIGHT_PASSWORD -> customer.learnPassword();
        }
        for (Customer each : customers) {
            each.expectations.checkLedger(machine.ledgerOf(each.username), simulator);
        }
    }

    private void update(Customer customer, Machine.Weather unlessDown) {
        pass(someTime());
        boolean down = worldClock.instant().isBefore(downUntil);
        simulator.heal();
        Fault[] next = {faults.any(), faults.any(), faults.any(), faults.any()};
        if (unlessDown == Machine.Weather.SILENT) {
            next[chance.nextInt(2)] = faults.silence();
        }
        simulator.next(next);
        simulator.always(faults.sound());
        Order order = new Order(
                customer.someHosts(chance),
                address,
                customer.knownPassword(),
                chance.nextInt(50) == 0,
                machine.clock.instant());
        Optional<List<HostResult>> results;
        try {
            results = Optional.of(machine.update(customer, order, down ? Machine.Weather.DOWN : unlessDown));
        } catch (InterruptedException aborted) {
            results = Optional.empty();
            outcomes.merge("interrupted", 1L, Long::sum);
        }
        List<Served> now = List.copyOf(served);
        served.clear();
        requests += now.size();
        simulator.clearRequests();
        if (down) {
            assertThat(now).isEmpty();
            customer.expectations.checkDown(order, results.orElseThrow());
        } else {
            customer.expectations.check(order, now, results);
        }
        results.ifPresent(
                all -> all.forEach(result -> outcomes.merge(result.outcome().word(), 1L, Long::sum)));
    }

    private void resume(Customer customer) throws IOException {
        if (!customer.isBlocked() || chance.nextInt(4) == 0) {
            machine.resume(customer.username);
            customer.expectations.resume();
        }
    }

    private void pass(Duration duration) {
        worldClock.move(duration);
        machine.clock.move(duration);
    }

    private Duration someTime() {
        int kind = chance.nextInt(100);
        int most = kind < 70 ? 600 : kind < 95 ? 7_200 : 86_400;
        return Duration.ofSeconds(10 + chance.nextInt(most));
    }

    /** {@return how often each outcome came, and how often an update was interrupted} */
    Map<String, Long> outcomes() {
        return outcomes;
    }

    /** {@return what happened, in numbers} */
    String summary() {
        return happenings.values().stream().mapToLong(Long::longValue).sum() + " events in "
                + Duration.between(begin, worldClock.instant()).toDays() + " simulated days; " + requests
                + " requests\n  events:   " + happenings + "\n  outcomes: " + outcomes;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
