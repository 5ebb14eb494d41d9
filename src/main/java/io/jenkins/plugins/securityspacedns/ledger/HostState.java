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
 * @param unanswered another address that was sent since and never confirmed: the server may have taken it all the same
 * @param hold why the host is not sent for now
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

    /**
     * @param address an address
     * @return whether the server confirmed this address, and no other one was sent since
     */
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

    HostState confirmedAs(Outcome outcome, IpAddress address, Instant now) {
        return new HostState(
                Optional.of(new Confirmation(address, now)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LastRequest(outcome, now)));
    }

    HostState failedAs(Outcome outcome, Optional<Hold> newHold, Instant now) {
        return new HostState(confirmed, unanswered, newHold, Optional.of(new LastRequest(outcome, now)));
    }

    /** The same after the server said that it has no such host, or another address for it. */
    HostState revoked() {
        return new HostState(Optional.empty(), Optional.empty(), hold, last);
    }
}
