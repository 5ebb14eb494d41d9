package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one host of an account.
 *
 * @param confirmed the last address that the server confirmed
 * @param unanswered another address that was sent since and never confirmed: the server may have taken it all the same
 * @param hold why the host is not sent for now; {@code unpublished} keeps it only from being sent because the name servers
 *     differ
 * @param last how the last request ended
 */
public record HostState(
        Optional<Confirmation> confirmed,
        Optional<IpAddress> unanswered,
        Optional<Hold> hold,
        Optional<LastRequest> last) {

    /** A host of which nothing is known. */
    public static final HostState UNKNOWN =
            new HostState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return whether the server confirmed this address, and no other one was sent since} */
    public boolean hasConfirmed(IpAddress address) {
        return unanswered.isEmpty()
                && confirmed.filter(that -> that.address().equals(address)).isPresent();
    }

    /** {@return when a request for it last ended, if ever} */
    public Optional<Instant> lastHeard() {
        return Stream.of(confirmed.map(Confirmation::at), hold.map(Hold::since), last.map(LastRequest::at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    HostState sending(IpAddress address) {
        boolean confirmedAlready = confirmed.isEmpty() || hasConfirmed(address);
        return confirmedAlready ? this : new HostState(confirmed, Optional.of(address), hold, last);
    }

    /** {@return why the host is not sent for now, except that it was sent for the name servers' sake} */
    public Optional<Hold> failure() {
        return hold.filter(that -> that.cause() != Outcome.UNPUBLISHED);
    }

    HostState confirmedAs(Outcome outcome, IpAddress address, Optional<Hold> newHold, Instant now) {
        return new HostState(
                Optional.of(new Confirmation(address, now)),
                Optional.empty(),
                newHold,
                Optional.of(new LastRequest(outcome, now)));
    }

    HostState failedAs(Outcome outcome, Optional<Hold> newHold, Instant now) {
        return new HostState(confirmed, unanswered, newHold, Optional.of(new LastRequest(outcome, now)));
    }

    /** The same after the server said that it has no such host, or another address for it. */
    HostState revoked() {
        return new HostState(Optional.empty(), Optional.empty(), hold, last);
    }

    /**
     * The server's word that a host has an address.
     *
     * @param address the address
     * @param at when the server said so
     */
    public record Confirmation(IpAddress address, Instant at) {}

    /**
     * The end of the last request for a host.
     *
     * @param outcome what it was for the host
     * @param at when
     */
    public record LastRequest(Outcome outcome, Instant at) {}

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
}
