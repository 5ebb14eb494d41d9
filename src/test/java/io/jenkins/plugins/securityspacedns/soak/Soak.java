package io.jenkins.plugins.securityspacedns.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.lookup.SimulatedZone;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A world in which something happens by chance, and everything is checked afterwards. */
final class Soak implements AutoCloseable {

    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final String ELSEWHERE = "93.184.216.34";
    private static final Duration RUSH = Duration.ofMinutes(20);

    private final Random chance;
    private final AdjustableClock worldClock = new AdjustableClock();
    private final Instant begin = worldClock.instant();
    private final List<Simulator> services = List.of(Simulator.start(worldClock), Simulator.start(worldClock));
    private final List<Served> served = Collections.synchronizedList(new ArrayList<>());
    private final Faults faults;
    private final SimulatedZone zone = new SimulatedZone();
    private final Map<String, String> published = new HashMap<>();
    private final Machine machine;
    private final Map<Simulator, List<Customer>> customers = new LinkedHashMap<>();
    private final Set<Customer> unsaved = new HashSet<>();
    private final Map<Happening, Long> happenings = new EnumMap<>(Happening.class);
    private final Map<String, Long> outcomes = new TreeMap<>();
    private Simulator simulator = services.get(0);
    private Instant downUntil = Instant.MIN;
    private Instant rushUntil = Instant.MIN;
    private String address = "203.0.113.1";
    private long requests;

    /**
     * @param seed decides all that is left to chance
     * @param folder where the engine keeps its ledger
     */
    Soak(long seed, Path folder) throws IOException {
        chance = new Random(seed);
        machine = new Machine(folder, chance, this::pass, zone.nameServers());
        faults = new Faults(chance, machine.clock, served::add);
        for (Simulator service : services) {
            customers.put(service, List.of(Customer.ofFewHosts(service), Customer.ofManyHosts(service)));
        }
    }

    /** Lets one thing happen, and checks everything. */
    void step() throws IOException {
        Happening happening = Happening.any(chance);
        happenings.merge(happening, 1L, Long::sum);
        Customer customer = customers.get(simulator).get(chance.nextInt(2));
        switch (happening) {
            case UPDATE -> update(customer, 1, Machine.Weather.FAIR);
            case UPDATES -> update(customer, 2 + chance.nextInt(6), Machine.Weather.FAIR);
            case ABORT -> update(customer, 1, Machine.Weather.ABORTED);
            case SILENCE -> update(customer, 1, Machine.Weather.SILENT);
            case NEW_ADDRESS -> address = anyAddress();
            case NEW_ENDPOINT -> simulator = services.get(chance.nextInt(services.size()));
            case LONG_PAUSE -> pass(Duration.ofDays(1 + chance.nextInt(40)));
            case OTHER_RECORDS ->
                customer.hosts().stream()
                        .filter(host -> chance.nextBoolean())
                        .forEach(customer.expectations::othersChange);
            case RUSH -> rushUntil = worldClock.instant().plus(RUSH);
            case OUTAGE -> downUntil = worldClock.instant().plusSeconds(chance.nextInt((int) OUTAGE.toSeconds()));
            case CLOCK_JUMPS -> machine.clock.move(Duration.ofMinutes(chance.nextInt(20_000) - 10_000));
            case CLOCK_IS_SET -> machine.clock.move(Duration.between(machine.clock.instant(), worldClock.instant()));
            case RESTART -> restart();
            case CRASH_WHILE_SAVING -> machine.leaveHalfAFile(customer);
            case DISK_FAILS -> breakDisk(customer);
            case DISK_FAILS_AT_RESTART -> restartWithBrokenDisk(customer);
            case DISK_WORKS -> repairDisk();
            case BLOCK -> customer.block(simulator);
            case UNBLOCK -> customer.unblock(simulator);
            case RESUME -> resume(customer);
            case NEW_PASSWORD -> customer.changePassword(simulator, chance);
            case MISTYPED_PASSWORD -> customer.mistypePassword();
            case RIGHT_PASSWORD -> customer.learnPassword();
        }
        for (Simulator service : services) {
            for (Customer each : customers.get(service)) {
                each.expectations.clockShows(machine.clock.instant());
                assertThat(each.isBlockedForItsPace()).isFalse();
                if (machine.disk() != Machine.Disk.UNREADABLE) {
                    each.expectations.checkLedger(machine.ledgerOf(each), service);
                }
            }
        }
        if (machine.disk() == Machine.Disk.WORKS && !unsaved.contains(customer)) {
            assertThat(machine.savedLedgerOf(customer))
                    .as("what is written is what is known")
                    .isEqualTo(machine.ledgerOf(customer));
        }
    }

    /** What the disk did not take is written at an orderly end only; a kill would lose it. */
    private void restart() throws IOException {
        if (machine.disk() != Machine.Disk.UNWRITABLE) {
            saveAll();
            machine.restart();
        }
    }

    private void saveAll() throws IOException {
        if (!unsaved.isEmpty()) {
            machine.saveAll();
            unsaved.clear();
        }
    }

    private void repairDisk() throws IOException {
        if (machine.disk() != Machine.Disk.WORKS) {
            machine.repairDisk();
        }
    }

    private void update(Customer customer, int count, Machine.Weather unlessDown) {
        pass(someTime());
        boolean down = worldClock.instant().isBefore(downUntil);
        Faults.Hold hold = new Faults.Hold();
        plan(count, unlessDown, hold);
        Machine.Weather weather = down ? Machine.Weather.DOWN : unlessDown;
        boolean unreadable = machine.disk() == Machine.Disk.UNREADABLE;
        customer.hosts().forEach(host -> publish(customer, host));
        List<Build> builds = builds(customer, count, weather, hold);
        List<Served> now = List.copyOf(served);
        served.clear();
        requests += now.size();
        assertThat(services.stream().mapToInt(service -> service.requests().size()))
                .as("requests to the service that is configured, and to the other one")
                .containsExactlyInAnyOrder(simulator.requests().size(), 0);
        simulator.clearRequests();
        assertThat(faults.overlapped())
                .as("two requests of an account under way")
                .isFalse();
        if (down || unreadable) {
            assertThat(now).isEmpty();
        }
        if (unreadable) {
            builds.forEach(build -> assertThat(build.results().orElseThrow())
                    .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.DEFERRED)));
        } else if (down) {
            builds.forEach(build ->
                    customer.expectations.checkDown(build.order, build.results().orElseThrow()));
        } else {
            customer.expectations.check(builds, now);
        }
        if (machine.disk() == Machine.Disk.WORKS) {
            unsaved.remove(customer);
        } else if (machine.disk() == Machine.Disk.UNWRITABLE) {
            unsaved.add(customer);
        }
        for (Build build : builds) {
            build.results()
                    .ifPresentOrElse(
                            all -> all.forEach(result -> count(result.outcome().word())), () -> count("aborted"));
        }
    }

    /** The name servers serve what the service has, unless somebody else changed the record. */
    private void publish(Customer customer, String host) {
        Optional<String> given = simulator.address(host);
        if (given.isPresent()) {
            String address = customer.expectations.isChangedByOthers(host) ? ELSEWHERE : given.get();
            if (!address.equals(published.put(host, address))) {
                zone.serve(host, address);
            }
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    private void plan(int count, Machine.Weather weather, Faults.Hold hold) {
        Fault[] next = {faults.any(), faults.any(), faults.any(), faults.any()};
        switch (weather) {
            case SILENT -> next[chance.nextInt(2)] = faults.silence();
            case ABORTED -> next[chance.nextInt(2)] = faults.lost(hold);
            default -> next[0] = count == 1 ? next[0] : chance.nextInt(5) == 0 ? faults.lost(hold) : faults.held(hold);
        }
        simulator.heal();
        simulator.next(next);
        simulator.always(faults.sound());
    }

    /** Builds that begin one after the other; while the first request is under way, the others wait, and some are aborted. */
    private List<Build> builds(Customer customer, int count, Machine.Weather weather, Faults.Hold hold) {
        List<Build> builds = new ArrayList<>();
        Build sender = null;
        for (int i = 0; i < count; i++) {
            Order order =
                    customer.someOrder(chance, isRush() || chance.nextInt(4 * count) == 1 ? anyAddress() : address);
            Build build = new Build(order, log -> machine.update(customer, order, weather, log));
            builds.add(build);
            build.awaitStandstill(sender == null ? hold.arrived : new CompletableFuture<>());
            sender = sender == null && hold.arrived.isDone() ? build : sender;
        }
        if (sender != null) {
            for (Build build : builds) {
                if (build != sender && chance.nextInt(6) == 0) {
                    build.abort();
                }
            }
            if (hold.isLost()) {
                sender.abort(); // the last one: then others are sent
            }
        }
        hold.release();
        builds.forEach(Build::results);
        return builds;
    }

    private String anyAddress() {
        return "203.0.113." + (1 + chance.nextInt(200));
    }

    private void resume(Customer customer) throws IOException {
        boolean readable = machine.disk() != Machine.Disk.UNREADABLE;
        if (readable && (!customer.isBlocked() || chance.nextInt(4) == 0)) {
            try {
                machine.resume(customer);
                unsaved.remove(customer);
            } catch (IOException e) {
                assertThat(machine.disk()).isEqualTo(Machine.Disk.UNWRITABLE);
                unsaved.add(customer);
            }
            customer.expectations.resume();
        }
    }

    private void breakDisk(Customer customer) throws IOException {
        if (machine.disk() == Machine.Disk.WORKS) {
            machine.breakDisk(customer);
        }
    }

    private void restartWithBrokenDisk(Customer customer) throws IOException {
        if (machine.disk() == Machine.Disk.WORKS) {
            saveAll();
            machine.restartWithBrokenDisk(customer);
        }
    }

    private void pass(Duration duration) {
        worldClock.move(duration);
        machine.clock.move(duration);
    }

    /** A time in which an account has more to send than its pace allows. */
    private boolean isRush() {
        return worldClock.instant().isBefore(rushUntil);
    }

    private Duration someTime() {
        if (isRush()) {
            return Duration.ofSeconds(1 + chance.nextInt(60));
        }
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
                + " requests, " + repairs() + " repairs\n  events:   " + happenings + "\n  outcomes: " + outcomes;
    }

    private long repairs() {
        return customers.values().stream()
                .flatMap(List::stream)
                .mapToLong(customer -> customer.expectations.repairs())
                .sum();
    }

    @Override
    public void close() throws IOException {
        services.forEach(Simulator::close);
        zone.close();
    }
}
