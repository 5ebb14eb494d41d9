package io.jenkins.plugins.securityspacedns.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be so of one account, kept apart from the engine: from what the simulator answered alone, never from what the
 * engine says of it.
 */
final class Expectations {

    private static final Duration KEEP_ALIVE = Duration.ofDays(25);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int MOST_REFUSED = 4;
    private static final Duration SHORTEST_HOLD = Duration.ofMinutes(1);
    private static final Duration PUBLISHING = Duration.ofMinutes(2);
    private static final Duration SHORTEST_SERVER_HOLD = Duration.ofMinutes(5);
    private static final double MOST_TOKENS = 10;
    private static final double SECONDS_FOR_A_TOKEN = 120;

    private final String username;
    private final Map<String, Known> hosts = new HashMap<>();
    private Outcome stop;
    private final Deque<String> refused = new ArrayDeque<>();
    private Instant asked = Instant.MIN;
    private Duration retryAfter = Duration.ZERO;
    private long repairs;
    private double tokens = MOST_TOKENS;
    private Instant clock = Instant.MAX;

    Expectations(String username) {
        this.username = username;
    }

    /** What is known of a host. */
    private static final class Known {
        private String confirmed;
        private Instant confirmedAt = Instant.MIN;
        private Instant failedAt = Instant.MIN;
        private Duration atLeast = Duration.ZERO;
        private Set<String> unknownAmong = Set.of();

        /** Somebody else gave the host another address in the DNS since it was last sent. */
        private boolean isChangedByOthers;

        /** When it was last sent for that, if it was confirmed only once since then. */
        private Instant repairedAt = Instant.MIN;

        /** Another address was to be sent while the server was down, which the ledger may have noted beforehand. */
        private boolean isDoubtful;
    }

    Optional<Outcome> stop() {
        return Optional.ofNullable(stop);
    }

    /** An update of which no request can arrive. */
    void checkDown(Order order, List<HostResult> results) {
        for (String host : order.distinct()) {
            Known known = known(host);
            known.isDoubtful |= !order.address().equals(known.confirmed);
            if (order.force() || !order.distinct().equals(known.unknownAmong)) {
                known.unknownAmong = Set.of(); // other hosts were asked for, which ends the hold
            }
        }
        assertThat(results.stream().map(HostResult::hostname)).isEqualTo(order.hosts());
        assertThat(results)
                .allSatisfy(result -> assertThat(result.outcome())
                        .isIn(
                                Outcome.UNREACHABLE,
                                Outcome.DEFERRED,
                                order.address().equals(known(result.hostname().toLowerCase(Locale.ROOT)).confirmed)
                                        ? Outcome.CURRENT
                                        : Outcome.DEFERRED));
    }

    /** Somebody else gives a host another address in the DNS. */
    void othersChange(String host) {
        known(host).isChangedByOthers = true;
    }

    /** {@return how often a host was sent again because somebody else had given it another address} */
    long repairs() {
        return repairs;
    }

    boolean isChangedByOthers(String host) {
        return known(host).isChangedByOthers;
    }

    /** An administrator says that the cause of the stop is removed. */
    void resume() {
        stop = null;
        refused.clear();
    }

    /** Time passes on the machine, or its clock is set: only what it moves ahead brings tokens. */
    void clockShows(Instant now) {
        double seconds = now.isBefore(clock) ? 0 : Duration.between(clock, now).toMillis() / 1000.0;
        tokens = Math.min(MOST_TOKENS, tokens + seconds / SECONDS_FOR_A_TOKEN);
        clock = now;
    }

    /**
     * Holds updates to the rules, and learns from them.
     *
     * @param builds what was asked for, and what the engine says of it
     * @param served what the simulator did with their requests, in order
     */
    void check(List<Build> builds, List<Served> served) {
        List<Order> orders = builds.stream().map(build -> build.order).toList();
        Map<String, Set<String>> confirmed = new HashMap<>();
        hosts.forEach((host, known) -> {
            if (known.confirmed != null) {
                confirmed.computeIfAbsent(host, name -> new HashSet<>()).add(known.confirmed);
            }
        });
        Map<String, Set<String>> confirmedNow = new HashMap<>();
        for (Served one : served) {
            clockShows(one.at());
            tokens--;
            String line = one.request().requestLine();
            assertThat(tokens).as("beyond the pace: %s", line).isGreaterThan(-0.01);
            assertThat(one.username()).isEqualTo(username);
            assertThat(isStopped(one.password()))
                    .as("a request under %s: %s", stop, line)
                    .isFalse();
            for (String host : one.hosts()) {
                checkMaySend(known(host), ordersOf(host, one, orders), one);
                forgetUnless(known(host), one.address());
            }
            learn(orders, one, confirmedNow);
        }
        confirmedNow.forEach((host, addresses) ->
                confirmed.computeIfAbsent(host, name -> new HashSet<>()).addAll(addresses));
        for (Build build : builds) {
            build.results().ifPresent(results -> checkResults(build.order, results, served, confirmed, confirmedNow));
        }
        if (builds.size() == 1) {
            builds.get(0).results().ifPresent(results -> checkRepairs(builds.get(0).order, results));
            builds.get(0).results().ifPresent(results -> checkFailures(results, confirmedNow));
        }
    }

    private static List<Order> ordersOf(String host, Served one, List<Order> orders) {
        List<Order> those =
                orders.stream().filter(order -> order.wants(host, one)).toList();
        assertThat(those)
                .as("who asked for %s: %s", host, one.request().requestLine())
                .isNotEmpty();
        return those;
    }

    private boolean isStopped(String password) {
        return stop == Outcome.BLOCKED || refused.contains(password);
    }

    private void checkMaySend(Known known, List<Order> orders, Served one) {
        if (orders.stream().anyMatch(Order::force)) {
            return;
        }
        Instant now = one.at();
        String line = one.request().requestLine();
        boolean needless = one.address().equals(known.confirmed) && !known.isDoubtful;
        boolean repairs = known.isChangedByOthers && orders.stream().anyMatch(Order::verify);
        boolean mayRepair = repairs
                && !isWithin(now, known.confirmedAt, PUBLISHING)
                && !isWithin(now, known.repairedAt, SHORTEST_SERVER_HOLD);
        assertThat(needless && isWithin(now, known.confirmedAt, KEEP_ALIVE) && !mayRepair)
                .as("sent although confirmed: %s", line)
                .isFalse();
        assertThat(isWithin(now, known.failedAt, known.atLeast))
                .as("sent during a hold: %s", line)
                .isFalse();
        assertThat(isWithin(now, asked, retryAfter))
                .as("sent before the server wants it: %s", line)
                .isFalse();
        assertThat(orders.stream().allMatch(order -> order.distinct().equals(known.unknownAmong)))
                .as("sent again after nohost: %s", line)
                .isFalse();
    }

    /** A clock that stands before the beginning says nothing of whether the wait is over. */
    private static boolean isWithin(Instant now, Instant begin, Duration wait) {
        return !wait.isZero() && !now.isBefore(begin) && now.isBefore(begin.plus(wait));
    }

    private static void forgetUnless(Known known, String address) {
        if (!address.equals(known.confirmed)) {
            known.confirmed = null;
        }
    }

    private void learn(List<Order> orders, Served one, Map<String, Set<String>> confirmedNow) {
        asked = Instant.MIN;
        retryAfter = Duration.ZERO;
        if (one.answer().isEmpty()) {
            Duration hold = one.isGivenUp() ? Duration.ZERO : SHORTEST_HOLD;
            one.hosts().forEach(host -> failed(known(host), one, hold));
            return;
        }
        List<String> lines = one.lines();
        if (lines.contains("blocked")) {
            stop = Outcome.BLOCKED;
        } else if (lines.contains("badauth")) {
            stop = Outcome.BADAUTH;
            refused.addFirst(one.password());
            while (refused.size() > MOST_REFUSED) {
                refused.removeLast();
            }
        }
        String first = lines.isEmpty() ? "" : lines.get(0);
        switch (first) {
            case "blocked", "badauth" -> {}
            case "nohost" -> learnOfNohost(orders, one);
            default -> learnOfHosts(one, lines, confirmedNow);
        }
    }

    /** One wrong name is enough for a request to be refused: only a host that stands alone is known to be wrong. */
    private void learnOfNohost(List<Order> orders, Served one) {
        for (String host : one.hosts()) {
            Known known = known(host);
            if (one.hosts().size() == 1) {
                List<Order> those = ordersOf(host, one, orders);
                failed(known, one, Duration.ZERO);
                known.confirmed = null;
                // Of several builds the ledger remembers one.
                known.unknownAmong = those.size() == 1 ? those.get(0).distinct() : Set.of();
            } else {
                known.isDoubtful |= !one.address().equals(known.confirmed);
            }
        }
    }

    private void learnOfHosts(Served one, List<String> lines, Map<String, Set<String>> confirmedNow) {
        // An answer that is too long for the server is not the last word: the engine sends the halves.
        boolean halved = one.status() == 414 && one.hosts().size() > 1;
        for (int i = 0; i < one.hosts().size(); i++) {
            String host = one.hosts().get(i);
            String line = i < lines.size() ? lines.get(i) : "";
            boolean confirms = line.equals("good " + one.address()) || line.equals("nochg " + host);
            if (confirms && one.status() == 200) {
                confirmed(known(host), one);
                confirmedNow.computeIfAbsent(host, name -> new HashSet<>()).add(one.address());
                if (stop == Outcome.BADAUTH) {
                    stop = null;
                }
            } else {
                if (line.startsWith("good ") && one.status() == 200) {
                    known(host).confirmed = null; // the server has another address
                } else if (line.startsWith("good ")) {
                    known(host).isDoubtful = true; // it says so, and that it failed
                }
                failed(known(host), one, halved ? Duration.ZERO : SHORTEST_SERVER_HOLD);
            }
        }
        one.answer().orElseThrow().headers().stream()
                .filter(header -> header.startsWith("Retry-After: "))
                .forEach(header -> {
                    Duration wait = Duration.ofSeconds(Long.parseLong(header.substring(13)));
                    asked = one.at();
                    retryAfter = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
                });
    }

    private void confirmed(Known known, Served one) {
        boolean repaired = known.isChangedByOthers && one.address().equals(known.confirmed);
        repairs += repaired ? 1 : 0;
        known.repairedAt = repaired ? one.at() : Instant.MIN;
        known.isChangedByOthers = false;
        known.confirmed = one.address();
        known.confirmedAt = one.at();
        known.isDoubtful = false;
        known.atLeast = Duration.ZERO;
        known.unknownAmong = Set.of();
    }

    private static void failed(Known known, Served one, Duration atLeast) {
        known.failedAt = one.at();
        known.atLeast = atLeast;
        known.unknownAmong = Set.of();
    }

    /**
     * @param confirmed for each host the addresses that were confirmed before or by one of the requests
     * @param confirmedNow the same, by one of the requests alone
     */
    private void checkResults(
            Order order,
            List<HostResult> results,
            List<Served> served,
            Map<String, Set<String>> confirmed,
            Map<String, Set<String>> confirmedNow) {
        assertThat(results.stream().map(HostResult::hostname)).isEqualTo(order.hosts());
        for (HostResult result : results) {
            String host = result.hostname().toLowerCase(Locale.ROOT);
            List<Served> own =
                    served.stream().filter(one -> isOf(one, host, order)).toList();
            switch (result.outcome()) {
                case UPDATED, UNCHANGED ->
                    assertThat(confirmedNow.getOrDefault(host, Set.of()))
                            .as("success of %s", result)
                            .contains(order.address());
                case CURRENT ->
                    assertThat(confirmed.getOrDefault(host, Set.of()))
                            .as("success of %s", result)
                            .contains(order.address());
                case UNREACHABLE ->
                    assertThat(own)
                            .as("no answer: %s", result)
                            .anyMatch(one -> one.answer().isEmpty());
                case DEFERRED -> {}
                default -> assertThat(own).as("answer of %s", result).isNotEmpty();
            }
        }
    }

    /** A build that is alone leaves no record as somebody else made it, if this may be repaired. */
    private void checkRepairs(Order order, List<HostResult> results) {
        assertThat(results)
                .filteredOn(result ->
                        order.verify() && mayBeRepaired(known(result.hostname().toLowerCase(Locale.ROOT))))
                .extracting(HostResult::outcome)
                .doesNotContain(Outcome.CURRENT);
    }

    private boolean mayBeRepaired(Known known) {
        return known.isChangedByOthers
                && known.repairedAt.equals(Instant.MIN)
                && Duration.between(known.confirmedAt, clock).abs().compareTo(PUBLISHING) >= 0;
    }

    /** A build that is alone fails for no host that was confirmed. */
    private static void checkFailures(List<HostResult> results, Map<String, Set<String>> confirmedNow) {
        assertThat(results)
                .filteredOn(result -> confirmedNow.containsKey(result.hostname().toLowerCase(Locale.ROOT)))
                .extracting(HostResult::outcome)
                .isSubsetOf(Outcome.UPDATED, Outcome.UNCHANGED);
    }

    private static boolean isOf(Served one, String host, Order order) {
        return one.hosts().contains(host) && order.wants(host, one);
    }

    /** The ledger says what the simulator answered, and what it says is so. */
    void checkLedger(AccountState state, Simulator simulator) {
        assertThat(state.stop().map(AccountState.Stop::cause))
                .as("stop of %s", username)
                .isEqualTo(stop());
        state.hosts()
                .forEach((name, host) -> host.confirmed().ifPresent(confirmation -> {
                    if (host.hasConfirmed(confirmation.address())) {
                        String address = confirmation.address().toString();
                        assertThat(simulator.address(name.ascii()))
                                .as("%s", name)
                                .contains(address);
                        assertThat(known(name.ascii()).confirmed).as("%s", name).isEqualTo(address);
                    }
                }));
        hosts.forEach((name, known) -> {
            if (known.confirmed != null && !known.isDoubtful) {
                assertThat(state.host(HostName.parse(name)).hasConfirmed(IpAddress.parse(known.confirmed)))
                        .as("%s is known to have %s", name, known.confirmed)
                        .isTrue();
            }
        });
    }

    private Known known(String host) {
        return hosts.computeIfAbsent(host, name -> new Known());
    }
}
