package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of one account.
 *
 * @param stop the stop that is set on it
 * @param refused the passwords that the server refused, the last one first
 * @param serverWait what the server asked for with {@code Retry-After}
 * @param pace how many requests it has sent
 * @param hosts its hosts by name
 */
public record AccountState(
        Optional<Stop> stop,
        List<RefusedPassword> refused,
        Optional<ServerWait> serverWait,
        Pace pace,
        Map<HostName, HostState> hosts) {

    /** An account of which nothing is known. */
    public static final AccountState UNKNOWN =
            new AccountState(Optional.empty(), List.of(), Optional.empty(), Pace.UNUSED, Map.of());

    /** Keeps copies of the lists. */
    public AccountState {
        refused = List.copyOf(refused);
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    /** {@return what is known of a host} */
    public HostState host(HostName host) {
        return hosts.getOrDefault(host, HostState.UNKNOWN);
    }

    /**
     * The state while a request is under way. It is to be stored before sending: if the program dies meanwhile, an
     * address that the server confirmed earlier no longer counts as what it has now.
     *
     * @param names the hosts of the request
     * @param address the address that is sent
     * @return the new state
     */
    public AccountState sending(Collection<HostName> names, IpAddress address) {
        SortedMap<HostName, HostState> changed = new TreeMap<>(hosts);
        for (HostName name : names) {
            changed.computeIfPresent(name, (host, known) -> known.sending(address));
        }
        return withHosts(changed);
    }

    /** {@return this account after a request that is about to be sent took its token} */
    public AccountState paced(Pace.Limit limit, Pace.PastRequest request) {
        return new AccountState(stop, refused, serverWait, pace.after(limit, request), hosts);
    }

    /** {@return this account without its stop: somebody removed the cause} */
    public AccountState resumed() {
        return new AccountState(Optional.empty(), List.of(), serverWait, pace, hosts);
    }

    /** {@return this account without a host that is to be forgotten} */
    public AccountState without(HostName host) {
        SortedMap<HostName, HostState> rest = new TreeMap<>(hosts);
        rest.remove(host);
        return withHosts(rest);
    }

    /** {@return this account without the hosts of which nothing was heard since a time} */
    public AccountState withoutHostsBefore(Instant limit) {
        SortedMap<HostName, HostState> rest = new TreeMap<>(hosts);
        rest.values().removeIf(host -> host.lastHeard().filter(limit::isBefore).isEmpty());
        return withHosts(rest);
    }

    /** {@return when a request for it last ended, or a stop was set, if ever} */
    public Optional<Instant> lastHeard() {
        return Stream.concat(
                        stop.map(Stop::since).stream(),
                        hosts.values().stream().flatMap(host -> host.lastHeard().stream()))
                .max(Comparator.naturalOrder());
    }

    private AccountState withHosts(Map<HostName, HostState> others) {
        return new AccountState(stop, refused, serverWait, pace, others);
    }

    /**
     * A stop of a whole account: nothing is sent until somebody resumes it or, after {@code badauth}, the password changes.
     *
     * @param cause {@link Outcome#BLOCKED} or {@link Outcome#BADAUTH}
     * @param since when the server said so
     */
    public record Stop(Outcome cause, Instant since) {}

    /**
     * A password that the server refused. It stays refused even if another password succeeds.
     *
     * @param hash a hash that {@link PasswordHashes} made
     * @param since when the server refused it
     */
    public record RefusedPassword(String hash, Instant since) {}

    /**
     * What the server asked of the whole account with {@code Retry-After} (RFC 9110, section 10.2.3).
     *
     * @param since when it asked
     * @param until when it wants the next request at the earliest
     */
    public record ServerWait(Instant since, Instant until) {}
}
