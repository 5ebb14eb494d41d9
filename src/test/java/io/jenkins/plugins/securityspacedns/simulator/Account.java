package io.jenkins.plugins.securityspacedns.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A customer: credentials, hosts with their present addresses, and whether updates are blocked. */
public final class Account {

    private final String user;
    private String password;
    private boolean blocked;
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Deque<Instant> updates = new ArrayDeque<>();

    Account(String user, String password, String... hosts) {
        this.user = user;
        this.password = password;
        for (String host : hosts) {
            this.hosts.add(key(host));
        }
    }

    /** {@return the user name} */
    public String user() {
        return user;
    }

    /** {@return the host names of the account, in lower case} */
    public Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    /**
     * The present address of a host.
     *
     * @param host the host name, in any case
     * @return the address, nothing before the first update
     */
    public synchronized Optional<String> address(String host) {
        return Optional.ofNullable(addresses.get(key(host)));
    }

    /** {@return whether updates are blocked} */
    public synchronized boolean isBlocked() {
        return blocked;
    }

    synchronized void setPassword(String newPassword) {
        password = newPassword;
    }

    synchronized boolean hasPassword(String offered) {
        return password.equals(offered);
    }

    synchronized void block() {
        blocked = true;
    }

    synchronized void unblock() {
        blocked = false;
        updates.clear();
    }

    boolean owns(String host) {
        return hosts.contains(key(host));
    }

    /** Counts an update, whether it changes anything or not, and blocks the account when there are too many. */
    synchronized void count(Instant now, int limit, Duration window) {
        updates.add(now);
        while (!updates.element().isAfter(now.minus(window))) {
            updates.remove();
        }
        blocked |= updates.size() > limit;
    }

    /** Sets the address of a host and tells whether that changed anything. */
    synchronized boolean update(String host, String address) {
        String before = addresses.get(key(host));
        boolean same = before != null && IpLiteral.parse(before).equals(IpLiteral.parse(address));
        addresses.put(key(host), address);
        return !same;
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
