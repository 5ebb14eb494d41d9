package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the outcomes of a request into the state of its account. */
public final class Recorder {

    private final Backoff backoff;

    /**
     * @param backoff how long to wait after failures
     */
    public Recorder(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * @param state what was known of the account
     * @param attempt the update that the request belonged to
     * @param answers what came of the request for each of its hosts
     * @param retryAfter when the server wants the next request at the earliest, if it said so
     * @param now the time of the answer
     * @return what is known now
     */
    public AccountState record(
            AccountState state, Attempt attempt, List<HostAnswer> answers, Optional<Instant> retryAfter, Instant now) {
        SortedMap<HostName, HostState> hosts = new TreeMap<>(state.hosts());
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (HostAnswer answer : answers) {
            HostState before = state.host(answer.host());
            Outcome outcome = answer.outcome();
            HostState after =
                    switch (outcome) {
                        case UPDATED, UNCHANGED -> before.confirmedAs(outcome, attempt.address(), now);
                        case NOHOST -> before.failedAs(outcome, Optional.of(nohost(before, attempt, now)), now);
                        case SERVER_ERROR, UNCONFIRMED, UNREACHABLE ->
                            before.failedAs(outcome, Optional.of(wait(before, outcome, retryAfter, now)), now);
                        case BADAUTH, BLOCKED -> before.failedAs(outcome, before.hold(), now);
                        case CURRENT, DEFERRED, NO_ADDRESS ->
                            throw new IllegalArgumentException(outcome + " is not the outcome of a request");
                    };
            hosts.put(answer.host(), after);
            seen.add(outcome);
        }
        return new AccountState(
                latchAfter(state.latch(), seen, attempt, now), notBeforeAfter(state, seen, retryAfter), hosts);
    }

    private static Optional<Latch> latchAfter(Optional<Latch> before, Set<Outcome> seen, Attempt attempt, Instant now) {
        if (before.filter(latch -> latch.cause() == Outcome.BLOCKED).isPresent()) {
            return before;
        }
        if (seen.contains(Outcome.BLOCKED)) {
            return Optional.of(Latch.blocked(now));
        }
        if (seen.contains(Outcome.BADAUTH)) {
            return before.map(latch -> latch.refusing(now, attempt.password()))
                    .or(() -> Optional.of(Latch.badauth(now, attempt.password())));
        }
        boolean accepted = seen.contains(Outcome.UPDATED) || seen.contains(Outcome.UNCHANGED);
        return accepted ? Optional.empty() : before;
    }

    /** What the server asked for stands until it answers again. */
    private static Optional<Instant> notBeforeAfter(
            AccountState before, Set<Outcome> seen, Optional<Instant> retryAfter) {
        if (seen.contains(Outcome.UNREACHABLE)) {
            return before.notBefore();
        }
        boolean failed = seen.contains(Outcome.SERVER_ERROR) || seen.contains(Outcome.UNCONFIRMED);
        return failed ? retryAfter : Optional.empty();
    }

    private static Hold nohost(HostState before, Attempt attempt, Instant now) {
        return new Hold(Outcome.NOHOST, failures(before), now, Optional.empty(), attempt.digestOfHosts());
    }

    private Hold wait(HostState before, Outcome outcome, Optional<Instant> retryAfter, Instant now) {
        int failures = failures(before);
        Instant until = now.plus(backoff.after(outcome, failures));
        Instant latest = retryAfter.filter(until::isBefore).orElse(until);
        return new Hold(outcome, failures, now, Optional.of(latest), "");
    }

    private static int failures(HostState before) {
        return 1 + before.hold().map(Hold::failures).orElse(0);
    }
}
