package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one host of an account.
 *
 * @param confirmed the last address that the server confirmed
 * @param doubt another address that was sent since and never confirmed: the server may have taken it all the same
 * @param hold why the host is not sent for now
 * @param last the last outcome of a request
 */
public record HostState(
        Optional<Confirmation> confirmed, Optional<IpAddress> doubt, Optional<Hold> hold, Optional<Attempt> last) {

    /** A host of which nothing is known. */
    public static final HostState UNKNOWN =
            new HostState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The end of a request.
     *
     * @param outcome what it was for the host
     * @param at when
     */
    public record Attempt(Outcome outcome, Instant at) {}

    /**
     * @param address an address
     * @return whether the server confirmed this address, and nothing that was sent since makes that doubtful
     */
    public boolean hasConfirmed(IpAddress address) {
        return doubt.isEmpty()
                && confirmed.filter(that -> that.address().equals(address)).isPresent();
    }

    /** {@return when a request for it last ended, if ever} */
    public Optional<Instant> lastHeard() {
        return Stream.of(confirmed.map(Confirmation::at), hold.map(Hold::since), last.map(Attempt::at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    HostState sending(IpAddress address) {
        boolean confirmedAlready = confirmed.isEmpty() || hasConfirmed(address);
        return confirmedAlready ? this : new HostState(confirmed, Optional.of(address), hold, last);
    }

    HostState confirmedAs(Outcome outcome, IpAddress address, Instant now) {
        return new HostState(
                Optional.of(new Confirmation(address, now)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Attempt(outcome, now)));
    }

    HostState failedAs(Outcome outcome, Optional<Hold> newHold, Instant now) {
        return new HostState(confirmed, doubt, newHold, Optional.of(new Attempt(outcome, now)));
    }
}
