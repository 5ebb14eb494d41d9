package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one job from being started because an address flaps: the address of a host returns, within an hour, to one of the
 * three that the host had before its present one. The trigger looks again after 5 minutes, and then starts a build if the
 * address still is another one than the host has. Each time it flaps again the wait is twice as long, up to 1 hour, until
 * there was no flapping for an hour. Up to then, any address that was found for the host lately counts as one that returns.
 */
final class Flapping {

    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 4;
    private static final int FORMER_ADDRESSES = 3;

    private final Map<HostName, Wait> waits = new HashMap<>();
    private final Map<HostName, Map<IpAddress, String>> sources = new HashMap<>();

    /**
     * A wait.
     *
     * @param times how many there were in a row, this one included
     * @param until when it ends
     * @param open whether no build has been started since it ended
     */
    private record Wait(int times, Instant until, boolean open) {

        /** A clock that is set back makes no wait longer. */
        boolean runs(Instant now) {
            return now.isBefore(until) && !until.isAfter(now.plus(LONGEST));
        }

        boolean isForgotten(Instant now) {
            return Duration.between(until, now).abs().compareTo(LONGEST) > 0;
        }

        Wait next(Instant now) {
            Duration doubled = FIRST.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
            return new Wait(times + 1, now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST), true);
        }
    }

    /** Until when the trigger does not look at an update of these hosts; nothing if it does. */
    synchronized Optional<Instant> waitsUntil(Set<HostName> hosts, Instant now) {
        return waits.entrySet().stream()
                .filter(entry -> entry.getValue().runs(now) && hosts.contains(entry.getKey()))
                .map(entry -> entry.getValue().until())
                .max(Comparator.naturalOrder());
    }

    /**
     * @param decision what was concluded about a host and the address that it would get
     * @param explanation a sentence that says who named this address
     * @param addresses the addresses that the host had lately, the latest first
     * @return the same with this sentence, or that the address flaps, with who named each address lately
     */
    synchronized TriggerDecision check(
            TriggerDecision decision, String explanation, List<IpAddress> addresses, Instant now) {
        HostName host = decision.host().orElseThrow();
        IpAddress address = decision.address().orElseThrow();
        Wait before = Optional.ofNullable(waits.get(host))
                .filter(wait -> !wait.isForgotten(now))
                .orElse(new Wait(0, now, false));
        boolean returns = addresses.stream().skip(1).limit(FORMER_ADDRESSES).anyMatch(address::equals)
                || before.times() > 0 && sources.getOrDefault(host, Map.of()).containsKey(address);
        Map<IpAddress, String> named = note(host, address, explanation);
        if (!decision.reason().isAboutAddress()) {
            return decision.and(List.of(explanation));
        }
        if (!returns || before.open() && !before.runs(now)) {
            waits.put(host, new Wait(before.times(), before.until(), false));
            return decision.and(List.of(explanation));
        }
        Wait wait = before.runs(now) ? before : before.next(now);
        waits.put(host, wait);
        return decision.but(
                        Reason.FLAPPING,
                        host.ascii() + " had the address " + address + " before, then " + addresses.get(0)
                                + ", and now " + address + " is found again. The next look is after "
                                + HoldMessages.time(wait.until()) + ".")
                .and(named.values());
    }

    /** Who named the addresses that were found for a host lately, the latest last. */
    private Map<IpAddress, String> note(HostName host, IpAddress address, String explanation) {
        Map<IpAddress, String> named = sources.computeIfAbsent(host, missing -> new LinkedHashMap<>());
        named.remove(address);
        named.put(address, explanation);
        if (named.size() > FORMER_ADDRESSES + 1) {
            named.remove(named.keySet().iterator().next());
        }
        return named;
    }
}
