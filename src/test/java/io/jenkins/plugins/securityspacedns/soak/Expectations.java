package io.jenkins.plugins.securityspacedns.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Stop;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.HostResult;
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
    private static final Duration SHORTEST_SERVER_HOLD = Duration.ofMinutes(5);

    private final String username;
    private final Map<String, Known> hosts = new HashMap<>();
    private Outcome stop;
    private final Deque<String> refused = new ArrayDeque<>();
    private Instant asked = Instant.MIN;
    private Duration retryAfter = Duration.ZERO;

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

        /** Another address was to be sent while the server was down, which the ledger may have noted beforehand. */
        private boolean isDoubtful;
    }

    Optional<Outcome> stop() {
        return Optional.ofNullable(stop);
    }

    /** An update of which no request can arrive. */
    void checkDown(Order order, List<HostResult> results) {
        for (String host : order.distinct()) {
            known(host).isDoubtful |= !order.address().equals(known(host).confirmed);
        }
        checkResults(order, results, Set.of());
    }

    /** An administrator says that the cause of the stop is removed. */
    void resume() {
        stop = null;
        refused.clear();
    }

    /**
     * Holds one update to the rules, and learns from it.
     *
     * @param order what was asked for
     * @param served what the simulator did with its requests, in order
     * @param results what the engine says; empty where it was interrupted
     */
    void check(Order order, List<Served> served, Optional<List<HostResult>> results) {
        Set<String> confirmedNow = new HashSet<>();
        for (Served one : served) {
            assertThat(one.username()).isEqualTo(username);
            assertThat(one.address()).isEqualTo(order.address());
            assertThat(isStopped(order.password()))
                    .as("a request under %s: %s", stop, one.request().requestLine())
                    .isFalse();
            for (String host : one.hosts()) {
                checkMaySend(known(host), order, one);
            }
            for (String host : one.hosts()) {
                forgetUnless(known(host), order.address());
            }
            learn(order, one, confirmedNow);
        }
        results.ifPresent(said -> checkResults(order, said, confirmedNow));
    }

    private boolean isStopped(String password) {
        return stop == Outcome.BLOCKED || refused.contains(password);
    }

    private void checkMaySend(Known known, Order order, Served one) {
        if (order.force()) {
            return;
        }
        Instant now = order.now();
        String line = one.request().requestLine();
        boolean needless = order.address().equals(known.confirmed) && !known.isDoubtful;
        assertThat(needless && isWithin(now, known.confirmedAt, KEEP_ALIVE))
                .as("sent although confirmed: %s", line)
                .isFalse();
        assertThat(isWithin(now, known.failedAt, known.atLeast))
                .as("sent during a hold: %s", line)
                .isFalse();
        assertThat(isWithin(now, asked, retryAfter))
                .as("sent before the server wants it: %s", line)
                .isFalse();
        assertThat(order.distinct().equals(known.unknownAmong))
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

    private void learn(Order order, Served one, Set<String> confirmedNow) {
        asked = Instant.MIN;
        retryAfter = Duration.ZERO;
        if (one.answer().isEmpty()) {
            one.hosts().forEach(host -> failed(known(host), order, SHORTEST_HOLD));
            return;
        }
        List<String> lines = one.lines();
        if (lines.contains("blocked")) {
            stop = Outcome.BLOCKED;
        } else if (lines.contains("badauth")) {
            stop = Outcome.BADAUTH;
            refused.addFirst(order.password());
            while (refused.size() > MOST_REFUSED) {
                refused.removeLast();
            }
        }
        String first = lines.isEmpty() ? "" : lines.get(0);
        switch (first) {
            case "blocked", "badauth" -> {}
            case "nohost" -> learnOfNohost(order, one.hosts());
            default -> learnOfHosts(order, one, lines, confirmedNow);
        }
    }

    /** One wrong name is enough for a request to be refused: only a host that stands alone is known to be wrong. */
    private void learnOfNohost(Order order, List<String> sent) {
        for (String host : sent) {
            Known known = known(host);
            if (sent.size() == 1) {
                failed(known, order, Duration.ZERO);
                known.confirmed = null;
                known.unknownAmong = order.distinct();
            } else {
                known.isDoubtful |= !order.address().equals(known.confirmed);
            }
        }
    }

    private void learnOfHosts(Order order, Served one, List<String> lines, Set<String> confirmedNow) {
        // An answer that is too long for the server is not the last word: the engine sends the halves.
        boolean halved = one.status() == 414 && one.hosts().size() > 1;
        for (int i = 0; i < one.hosts().size(); i++) {
            String host = one.hosts().get(i);
            String line = i < lines.size() ? lines.get(i) : "";
            boolean confirms = line.equals("good " + order.address()) || line.equals("nochg " + host);
            if (confirms && one.status() == 200) {
                confirmed(known(host), order);
                confirmedNow.add(host);
                if (stop == Outcome.BADAUTH) {
                    stop = null;
                }
            } else {
                if (line.startsWith("good ") && one.status() == 200) {
                    known(host).confirmed = null; // the server has another address
                }
                failed(known(host), order, halved ? Duration.ZERO : SHORTEST_SERVER_HOLD);
            }
        }
        one.answer().orElseThrow().headers().stream()
                .filter(header -> header.startsWith("Retry-After: "))
                .forEach(header -> {
                    Duration wait = Duration.ofSeconds(Long.parseLong(header.substring(13)));
                    asked = order.now();
                    retryAfter = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
                });
    }

    private static void confirmed(Known known, Order order) {
        known.confirmed = order.address();
        known.confirmedAt = order.now();
        known.isDoubtful = false;
        known.atLeast = Duration.ZERO;
        known.unknownAmong = Set.of();
    }

    private static void failed(Known known, Order order, Duration atLeast) {
        known.failedAt = order.now();
        known.atLeast = atLeast;
        known.unknownAmong = Set.of();
    }

    private void checkResults(Order order, List<HostResult> results, Set<String> confirmedNow) {
        assertThat(results.stream().map(HostResult::hostname)).isEqualTo(order.hosts());
        for (HostResult result : results) {
            String host = result.hostname().toLowerCase(Locale.ROOT);
            switch (result.outcome()) {
                case UPDATED, UNCHANGED ->
                    assertThat(confirmedNow).as("success of %s", result).contains(host);
                case CURRENT ->
                    assertThat(known(host).confirmed)
                            .as("success of %s", result)
                            .isEqualTo(order.address());
                default -> assertThat(confirmedNow).as("failure of %s", result).doesNotContain(host);
            }
        }
    }

    /** The ledger says what the simulator answered, and what it says is so. */
    void checkLedger(AccountState state, Simulator simulator) {
        assertThat(state.stop().map(Stop::cause)).as("stop of %s", username).isEqualTo(stop());
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
