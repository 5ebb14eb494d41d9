package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * An update that a build made, or tried to make.
 *
 * @param hosts its hosts, at least one, with what happened to them
 * @param address the address that they were to get, if one could be established
 * @param credentialsId the id of the credentials of the account
 * @param agent the name of the node whose public address it was, empty for the built-in one; nothing if the address was
 *     given
 * @param family the family of the address as the job wants it, empty for the default one
 */
record PastUpdate(
        Map<HostName, Outcome> hosts,
        Optional<IpAddress> address,
        String credentialsId,
        Optional<String> agent,
        String family) {

    /** What was read already, as long as Jenkins has the build in memory: reading 10,000 host names takes a while. */
    private static final Map<DnsUpdateResult, Optional<PastUpdate>> READ =
            Collections.synchronizedMap(new WeakHashMap<>());

    PastUpdate {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }

    /** Reads what a build keeps. */
    static Optional<PastUpdate> of(DnsUpdateResult result) {
        return READ.computeIfAbsent(result, PastUpdate::read);
    }

    /** The file of the build may have been changed by hand, so that nothing in it is taken for granted. */
    private static Optional<PastUpdate> read(DnsUpdateResult result) {
        try {
            Map<HostName, Outcome> hosts = new LinkedHashMap<>();
            for (DnsHostResult host : result.getHosts()) {
                Outcome.ofWord(host.getOutcome())
                        .ifPresent(outcome -> hosts.put(HostName.parse(host.getHostname()), outcome));
            }
            Optional<IpAddress> address =
                    Optional.ofNullable(result.getAddress()).map(IpAddress::parse);
            Optional<String> agent = Optional.ofNullable(result.getAgent());
            boolean whole =
                    !hosts.isEmpty() && result.getCredentialsId() != null && (address.isPresent() || agent.isPresent());
            return whole
                    ? Optional.of(new PastUpdate(hosts, address, result.getCredentialsId(), agent, result.getFamily()))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Whether SecuritySpace confirmed a host of it, then or before. */
    boolean isConfirmed() {
        return !hosts.values().stream().allMatch(Outcome::isProblem);
    }

    /** Whether the host of a decision got the address of that decision. */
    boolean brings(TriggerDecision start) {
        return address.equals(start.address())
                && start.host()
                        .map(hosts::get)
                        .filter(outcome -> !outcome.isProblem())
                        .isPresent();
    }

    /** The same without the hosts that SecuritySpace does not know; nothing if it knows none. */
    Optional<PastUpdate> ofKnownHosts() {
        Map<HostName, Outcome> known = new LinkedHashMap<>(hosts);
        known.values().removeIf(Outcome.NOHOST::equals);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new PastUpdate(known, address, credentialsId, agent, family));
    }

    /** Whether this one does again what the other did. */
    boolean repeats(PastUpdate other) {
        return hosts.keySet().equals(other.hosts.keySet())
                && credentialsId.equals(other.credentialsId)
                && agent.equals(other.agent)
                && family.equals(other.family);
    }
}
