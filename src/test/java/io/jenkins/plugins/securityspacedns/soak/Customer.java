package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.simulator.Account;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** An account, what the machine knows of it, and what must be so of it. */
final class Customer {

    final String username;
    final Expectations expectations;
    private final Account account;
    private final List<String> hosts;
    private String rightPassword = "first password";
    private String knownPassword = rightPassword;

    private Customer(Simulator simulator, String username, List<String> hosts) {
        this.username = username;
        this.hosts = hosts;
        this.expectations = new Expectations(username);
        this.account = simulator.addAccount(username, rightPassword, hosts.toArray(String[]::new));
    }

    static Customer ofFewHosts(Simulator simulator) {
        return new Customer(simulator, "alice", names("h", 8));
    }

    /** So many and so long that an update takes several requests. */
    static Customer ofManyHosts(Simulator simulator) {
        String label = "l".repeat(60) + ".";
        return new Customer(simulator, "bob", names(label + label + label + "h", 60));
    }

    private static List<String> names(String start, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> start + i + ".example.com")
                .toList();
    }

    /** Hosts by chance: often all of them, sometimes one twice, rarely one of somebody else. */
    List<String> someHosts(Random chance) {
        int count = chance.nextBoolean() ? hosts.size() : 1 + chance.nextInt(hosts.size());
        List<String> some = new ArrayList<>(hosts.subList(0, count));
        if (chance.nextInt(20) == 0) {
            some.add(some.get(0).toUpperCase(Locale.ROOT));
        }
        if (chance.nextInt(100) == 0) {
            some.add("stranger.example.org");
        }
        return some;
    }

    String knownPassword() {
        return knownPassword;
    }

    boolean isBlocked() {
        return account.isBlocked();
    }

    void changePassword(Simulator simulator, Random chance) {
        rightPassword = "password " + chance.nextInt();
        simulator.setPassword(username, rightPassword);
    }

    void learnPassword() {
        knownPassword = rightPassword;
    }

    void mistypePassword() {
        knownPassword = "mistyped";
    }
}
