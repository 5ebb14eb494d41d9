package io.jenkins.plugins.securityspacedns.report;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes what builds keep, without a server. */
final class Updates {

    /** The address of updates where a test does not care. */
    static final String HERE = "198.51.100.7";

    private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");

    private Updates() {}

    /** The build with this number ran as many hours after noon of 2026-11-01. */
    static Instant timeOf(int build) {
        return FIRST.plus(Duration.ofHours(build));
    }

    static HostResult host(String hostname, Outcome outcome) {
        return host(hostname, outcome, "What happened to " + hostname + ".");
    }

    static HostResult host(String hostname, Outcome outcome, String message) {
        return new HostResult(hostname, outcome, outcome, message, outcome.defaultVerdict(), Duration.ofMillis(420));
    }

    static DnsUpdateResult update(String address, String agent, Instant at, List<HostResult> hosts) {
        Optional<IpAddress> found = Optional.ofNullable(address).map(IpAddress::parse);
        return new DnsUpdateResult(new UpdateResult(found, hosts), "securityspace", agent, "", "", false, at);
    }

    static DnsUpdateResult update(HostResult... hosts) {
        return update(HERE, "office", timeOf(0), List.of(hosts));
    }

    /** A build with one update of the given hosts to the given address. */
    static BuildUpdates build(int number, String address, HostResult... hosts) {
        return new BuildUpdates(number, List.of(update(address, "office", timeOf(number), List.of(hosts))));
    }

    /** A build with an update of {@code a.example.com} to each of the given addresses. */
    static BuildUpdates build(int number, List<String> addresses) {
        return new BuildUpdates(
                number,
                addresses.stream()
                        .map(address -> update(
                                address, "office", timeOf(number), List.of(host("a.example.com", Outcome.UPDATED))))
                        .toList());
    }

    /** Builds, numbered from 1, that saw these addresses; the newest first, as a history has them. */
    static List<BuildUpdates> buildsWith(String... addresses) {
        BuildUpdates[] builds = new BuildUpdates[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            builds[addresses.length - 1 - i] = build(i + 1, addresses[i], host("a.example.com", Outcome.UPDATED));
        }
        return Arrays.asList(builds);
    }
}
