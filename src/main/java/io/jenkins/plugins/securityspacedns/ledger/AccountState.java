package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of one account.
 *
 * @param latch the stop that is set on it
 * @param notBefore when the server wants the next request at the earliest ({@code Retry-After})
 * @param hosts its hosts by name
 */
public record AccountState(Optional<Latch> latch, Optional<Instant> notBefore, Map<HostName, HostState> hosts) {

    /** An account of which nothing is known. */
    public static final AccountState UNKNOWN = new AccountState(Optional.empty(), Optional.empty(), Map.of());

    public AccountState {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    /**
     * @param host a host
     * @return what is known of it
     */
    public HostState host(HostName host) {
        return hosts.getOrDefault(host, HostState.UNKNOWN);
    }

    /**
     * The state while a request is under way. It is to be stored before sending: should the program die meanwhile, an
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
        return new AccountState(latch, notBefore, changed);
    }

    /** {@return this account without its latch: somebody removed the cause} */
    public AccountState resumed() {
        return new AccountState(Optional.empty(), notBefore, hosts);
    }

    /**
     * @param host a host that is to be forgotten
     * @return this account without it
     */
    public AccountState without(HostName host) {
        SortedMap<HostName, HostState> rest = new TreeMap<>(hosts);
        rest.remove(host);
        return new AccountState(latch, notBefore, rest);
    }

    /**
     * @param limit a time
     * @return this account without the hosts of which nothing was heard since then
     */
    public AccountState withoutHostsBefore(Instant limit) {
        SortedMap<HostName, HostState> rest = new TreeMap<>(hosts);
        rest.values().removeIf(host -> host.lastHeard().filter(limit::isBefore).isEmpty());
        return new AccountState(latch, notBefore, rest);
    }

    /** {@return when a request for it last ended, or a latch was set, if ever} */
    public Optional<Instant> lastHeard() {
        return Stream.concat(
                        latch.map(Latch::since).stream(),
                        hosts.values().stream().flatMap(host -> host.lastHeard().stream()))
                .max(Comparator.naturalOrder());
    }
}
