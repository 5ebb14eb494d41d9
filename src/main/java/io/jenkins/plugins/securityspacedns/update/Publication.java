package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the name servers serve what the server confirmed. Looks again and again, with pauses that grow, until all that
 * answer do, or until the time is over. Between two looks nothing is held, so that the pauses are the caller's to make.
 */
public final class Publication {

    /** How long one look may take: the last one begins when the time is over, and 5 s later the update is to end. */
    public static final Duration LOOK = Duration.ofSeconds(4);

    private static final int MOST_SECONDS = 900;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final NameServers servers;
    private final IpAddress address;
    private final Set<HostName> open;
    private final Instant begin;
    private final Duration within;
    private final Clock clock;
    private final Map<HostName, Seen> seen = new HashMap<>();

    /**
     * What the name servers served for a host in the end.
     *
     * @param after after what time they served the address; empty if they did not
     * @param text a sentence that says so
     */
    public record Seen(Optional<Duration> after, String text) {

        /** {@return the outcome of a host that had another one before} */
        public Outcome outcome(Outcome before) {
            return after.isPresent() ? before : Outcome.UNPUBLISHED;
        }

        /** {@return the message of a host that had another one before} */
        public String message(String before) {
            return after.isPresent() ? before + " " + text : text;
        }
    }

    /**
     * @param servers the name servers
     * @param address the address that the server confirmed
     * @param hosts for which hosts it did
     * @param begin when the update was over
     * @param within how long after that the name servers may take
     * @param clock tells the time
     */
    public Publication(
            NameServers servers,
            IpAddress address,
            Collection<HostName> hosts,
            Instant begin,
            Duration within,
            Clock clock) {
        this.servers = servers;
        this.address = address;
        this.open = new LinkedHashSet<>(hosts);
        this.begin = begin;
        this.within = within;
        this.clock = clock;
    }

    /**
     * @param seconds 1 to 900
     * @return how long the name servers may take
     * @throws InvalidInputException if it is out of that range
     */
    public static Duration within(int seconds) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new InvalidInputException("Waiting " + seconds + " s for the name servers is out of range. Give 1 to "
                    + MOST_SECONDS + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * Looks which hosts have other addresses in the DNS than they are to have, and what is served for those. If no name
     * server answers, that is no difference.
     */
    public static Map<HostName, Served> differing(NameServers servers, Collection<HostName> hosts, IpAddress address)
            throws InterruptedException {
        Map<HostName, Served> served = new LinkedHashMap<>();
        if (!hosts.isEmpty()) {
            served.putAll(servers.look(hosts, address.family(), LOOK));
            served.values().removeIf(now -> !now.differsFrom(address));
        }
        return served;
    }

    /**
     * Looks once.
     *
     * @return how long to wait until the next look; empty if there is to be none
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Optional<Duration> look() throws InterruptedException {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Map<HostName, Served> served = servers.look(open, address.family(), LOOK);
        Duration elapsed = Duration.between(begin, clock.instant()).abs(); // a clock that is set back ends nothing late
        served.forEach((host, now) -> seen.put(host, seen(now, elapsed)));
        open.removeIf(host -> seen.get(host).after().isPresent());
        Duration left = within.minus(elapsed);
        if (open.isEmpty() || left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        Duration grown = elapsed.dividedBy(2); // so that "published after" is at most half more than the truth
        Duration pause = Collections.max(List.of(SHORTEST_PAUSE, grown));
        return Optional.of(Collections.min(List.of(pause, LONGEST_PAUSE, left)));
    }

    private Seen seen(Served served, Duration elapsed) {
        String seconds = String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
        if (served.isEverywhere(address)) {
            String names = served.answered().stream()
                    .map(Served.NameServer::name)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Seen(Optional.of(elapsed), "Published after " + seconds + " by " + names + ".");
        }
        return new Seen(
                Optional.empty(),
                "SecuritySpace confirmed " + address + ", but after " + seconds
                        + " the name servers do not all serve it: " + served + ".");
    }

    /** Looks until there is nothing to wait for, and returns what {@link #seen} returns then. */
    public Map<HostName, Seen> await(Pause pause) throws InterruptedException {
        for (Optional<Duration> next = look(); next.isPresent(); next = look()) {
            pause.pause(next.get());
        }
        return seen();
    }

    /** {@return what was seen last of each host} */
    public Map<HostName, Seen> seen() {
        return Map.copyOf(seen);
    }

    /** {@return whether there is something to wait for} */
    public boolean isOpen() {
        return !open.isEmpty();
    }
}
