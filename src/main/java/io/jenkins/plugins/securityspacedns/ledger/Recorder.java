package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the outcomes of a request into the state of its account.
 *
 * @param holds how long a host is held after failures
 * @param hashes makes hashes of refused passwords
 */
public record Recorder(HoldTimes holds, PasswordHashes hashes) {

    /** How many refused passwords are remembered: without a secret key, each takes a third of a second to compare. */
    private static final int MOST_REFUSED = 4;

    /**
     * @param state what was known of the account
     * @param sent the request
     * @return what is known now
     */
    public AccountState record(AccountState state, SentRequest sent) {
        SortedMap<HostName, HostState> hosts = new TreeMap<>(state.hosts());
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (HostAnswer answer : sent.response().answers()) {
            hosts.put(answer.host(), after(state.host(answer.host()), answer, sent));
            seen.add(answer.outcome());
        }
        AccountState next =
                new AccountState(state.stop(), state.refused(), serverWait(state, seen, sent), state.pace(), hosts);
        Optional<Outcome> stop = sent.response().stop();
        if (stop.isPresent()) {
            return stopped(next, stop.get(), sent.password(), sent.at());
        }
        boolean accepted = seen.contains(Outcome.UPDATED) || seen.contains(Outcome.UNCHANGED);
        return accepted ? accepted(next) : next;
    }

    /**
     * @param state what is known of an account
     * @param cause {@link Outcome#BLOCKED} or {@link Outcome#BADAUTH}
     * @param password the password that was sent
     * @param at when the server said so
     * @return the account with a stop
     */
    public AccountState stopped(AccountState state, Outcome cause, String password, Instant at) {
        boolean blocked =
                state.stop().filter(stop -> stop.cause() == Outcome.BLOCKED).isPresent();
        List<AccountState.RefusedPassword> refused = cause == Outcome.BADAUTH
                ? Stream.concat(
                                Stream.of(new AccountState.RefusedPassword(hashes.of(password), at)),
                                state.refused().stream())
                        .limit(MOST_REFUSED)
                        .toList()
                : state.refused();
        Optional<AccountState.Stop> stop = blocked ? state.stop() : Optional.of(new AccountState.Stop(cause, at));
        return new AccountState(stop, refused, state.serverWait(), state.pace(), state.hosts());
    }

    /** A password that is accepted ends the stop for a refused one, which stays refused. Nothing but Resume ends a block. */
    private static AccountState accepted(AccountState state) {
        return new AccountState(
                state.stop().filter(stop -> stop.cause() == Outcome.BLOCKED),
                state.refused(),
                state.serverWait(),
                state.pace(),
                state.hosts());
    }

    private HostState after(HostState before, HostAnswer answer, SentRequest sent) {
        Outcome outcome = answer.outcome();
        Instant now = sent.at();
        HostState after =
                switch (outcome) {
                    case UPDATED, UNCHANGED -> {
                        boolean repair = sent.causes().get(answer.host()).reason() == SendReason.DNS_DIFFERS;
                        Optional<HostState.Hold> hold = Optional.of(Outcome.UNPUBLISHED)
                                .filter(cause -> repair)
                                .map(cause -> hold(before, cause, sent));
                        yield before.confirmedAs(outcome, sent.address(), hold, now);
                    }
                    case NOHOST -> {
                        String hosts = sent.causes().get(answer.host()).update();
                        yield before.failedAs(
                                outcome, Optional.of(HostState.Hold.nohost(before.failure(), now, hosts)), now);
                    }
                    case SERVER_ERROR, UNCONFIRMED, UNREACHABLE ->
                        before.failedAs(outcome, Optional.of(hold(before, outcome, sent)), now);
                    case BADAUTH, BLOCKED -> before.failedAs(outcome, before.hold(), now);
                    case CURRENT, UNPUBLISHED, DEFERRED, NO_ADDRESS ->
                        throw new IllegalArgumentException(outcome + " is not the outcome of a request");
                };
        return answer.revokes() ? after.revoked() : after;
    }

    /** What the server asked for stands until it answers again. */
    private static Optional<AccountState.ServerWait> serverWait(
            AccountState before, Set<Outcome> seen, SentRequest sent) {
        if (seen.contains(Outcome.UNREACHABLE)) {
            return before.serverWait();
        }
        boolean failed = seen.contains(Outcome.SERVER_ERROR) || seen.contains(Outcome.UNCONFIRMED);
        return sent.retryAfter().filter(until -> failed).map(until -> new AccountState.ServerWait(sent.at(), until));
    }

    private HostState.Hold hold(HostState before, Outcome outcome, SentRequest sent) {
        Optional<HostState.Hold> last = before.hold()
                .filter(hold -> (hold.cause() == Outcome.UNPUBLISHED) == (outcome == Outcome.UNPUBLISHED))
                .filter(hold -> outcome != Outcome.UNPUBLISHED || isOfLate(hold, sent.at()));
        Instant until = sent.at().plus(holds.after(outcome, HostState.Hold.failures(last)));
        Instant latest = sent.retryAfter().filter(until::isBefore).orElse(until);
        return HostState.Hold.until(last, outcome, sent.at(), latest);
    }

    /** A record that somebody changes once a month is no failure in a row. */
    private static boolean isOfLate(HostState.Hold hold, Instant now) {
        return hold.until()
                .filter(until -> now.isBefore(until.plus(HoldTimes.LONGEST)))
                .isPresent();
    }

    /**
     * Why a host is sent.
     *
     * @param reason the reason
     * @param update the digest of all hosts of the update that asks for it
     */
    public record Cause(SendReason reason, String update) {}

    /**
     * A request that is over.
     *
     * @param address the address that was sent
     * @param password the password that was sent; a secret
     * @param causes the hosts of the request, and why each was sent
     * @param response what came of it
     * @param retryAfter when the server wants the next request at the earliest, if it said so
     * @param at when it was over
     */
    public record SentRequest(
            IpAddress address,
            String password,
            Map<HostName, Cause> causes,
            ParsedResponse response,
            Optional<Instant> retryAfter,
            Instant at) {

        /** {@return a text without the password} */
        @Override
        public String toString() {
            return address + " " + response;
        }
    }
}
