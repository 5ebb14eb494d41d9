package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
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
    final Endpoint endpoint;
    final AccountKey key;
    private static final String MISTYPED = "mistyped";
    private final Account account;
    private final List<String> hosts;
    private boolean blocked;
    private String rightPassword = "first password";
    private String knownPassword = rightPassword;

    private Customer(Simulator simulator, String username, List<String> hosts) {
        this.username = username;
        this.hosts = hosts;
        this.endpoint = Endpoint.parse(simulator.httpEndpoint().toString());
        this.key = new AccountKey(endpoint.service(), username);
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
    private List<String> someHosts(Random chance) {
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

    List<String> hosts() {
        return hosts;
    }

    boolean isBlocked() {
        return account.isBlocked();
    }

    /** Whether the server blocked the account by itself, because it sent too much. */
    boolean isBlockedForItsPace() {
        return account.isBlocked() && !blocked;
    }

    void block(Simulator simulator) {
        simulator.block(username);
        blocked = true;
    }

    void unblock(Simulator simulator) {
        simulator.unblock(username);
        blocked = false;
    }

    void changePassword(Simulator simulator, Random chance) {
        rightPassword = "password " + chance.nextInt();
        simulator.setPassword(username, rightPassword);
    }

    void learnPassword() {
        knownPassword = rightPassword;
    }

    void mistypePassword() {
        knownPassword = MISTYPED;
    }

    /** An order by chance, which is rarely forced, and rarely has a password that is mistyped for it alone. */
    Order someOrder(Random chance, String address) {
        String password = chance.nextInt(3_000) == 0 ? MISTYPED : knownPassword;
        return new Order(someHosts(chance), address, password, chance.nextInt(50) == 0, chance.nextInt(3) == 0);
    }
}
