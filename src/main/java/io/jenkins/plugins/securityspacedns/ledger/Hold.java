package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a host is not sent for now.
 *
 * @param cause the outcome that set it
 * @param failures how many requests failed in a row, this one included
 * @param since when it came
 * @param until when the host may be sent again; empty if time alone does not end the hold
 * @param hosts after {@code nohost}, the digests of the sets of hosts that were asked for, the last one first: another
 *     set ends the hold
 */
public record Hold(Outcome cause, int failures, Instant since, Optional<Instant> until, List<String> hosts) {

    /** How many sets of hosts are remembered, so that a few jobs with the same wrong host do not take turns. */
    private static final int MOST_SETS = 8;

    /** Keeps a copy of the digests. */
    public Hold {
        hosts = List.copyOf(hosts);
    }

    static Hold nohost(Optional<Hold> before, Instant since, String hosts) {
        Stream<String> earlier = before.stream().flatMap(hold -> hold.hosts().stream());
        return new Hold(
                Outcome.NOHOST,
                failures(before),
                since,
                Optional.empty(),
                Stream.concat(Stream.of(hosts), earlier)
                        .distinct()
                        .limit(MOST_SETS)
                        .toList());
    }

    static Hold until(Optional<Hold> before, Outcome cause, Instant since, Instant until) {
        return new Hold(cause, failures(before), since, Optional.of(until), List.of());
    }

    /** How many requests failed in a row, with one more. */
    static int failures(Optional<Hold> before) {
        return 1 + before.map(Hold::failures).orElse(0);
    }
}
