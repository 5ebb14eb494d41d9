package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What name servers served when somebody last looked. Each host is looked at once in each minute of the clock at most. */
public final class RecentLooks {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Clock clock;
    private final Map<Asked, Seen> seen = new ConcurrentHashMap<>();
    private final Map<Asked, Instant> begun = new ConcurrentHashMap<>();

    private record Asked(HostName host, Family family) {}

    /**
     * What was seen.
     *
     * @param served what the name servers served
     * @param at when the look began
     */
    public record Seen(Served served, Instant at) {}

    /** @param clock tells the time */
    public RecentLooks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Looks at those hosts at which nobody has looked within this minute. No lock is held meanwhile. So a look in each minute
     * never gets what the one before saw, though timers are not exact.
     *
     * @param servers asks the name servers
     * @param hosts the hosts
     * @param family which addresses are looked for
     * @param deadline how long that may take in all
     * @return what is served for each host; one at which somebody else looks for the first time right now is missing
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Map<HostName, Served> look(NameServers servers, Collection<HostName> hosts, Family family, Duration deadline)
            throws InterruptedException {
        Instant now = clock.instant();
        begun.values().removeIf(at -> !minute(at).equals(minute(now)));
        seen.values().removeIf(last -> !isRemembered(last.at(), now));
        List<HostName> fresh = hosts.stream()
                .filter(host -> begun.putIfAbsent(new Asked(host, family), now) == null)
                .toList();
        try {
            servers.look(fresh, family, deadline)
                    .forEach((host, served) -> seen.put(new Asked(host, family), new Seen(served, now)));
        } catch (InterruptedException e) {
            fresh.forEach(host -> begun.remove(new Asked(host, family)));
            throw e;
        }
        Map<HostName, Served> known = new LinkedHashMap<>();
        hosts.forEach(host -> last(host, family).ifPresent(last -> known.put(host, last.served())));
        return known;
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** A time in the future is the work of a clock that was wrong. */
    private static boolean isRemembered(Instant at, Instant now) {
        return !at.isAfter(now) && Duration.between(at, now).compareTo(REMEMBERED) < 0;
    }

    /** {@return what was served when somebody last looked, if that was within the last day} */
    public Optional<Seen> last(HostName host, Family family) {
        return Optional.ofNullable(seen.get(new Asked(host, family)))
                .filter(last -> isRemembered(last.at(), clock.instant()));
    }
}
