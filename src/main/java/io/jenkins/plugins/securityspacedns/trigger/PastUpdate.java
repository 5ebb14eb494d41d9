package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Label;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An update that a build made, or tried to make.
 *
 * @param build the number of the build
 * @param at since when these hosts were to have the address
 * @param hosts its hosts, at least one, with what happened to them, or what had stopped their account
 * @param address the address that they were to get, if one could be established
 * @param credentialsId the id of the credentials of the account
 * @param agent the name of the node whose public address it was, empty for the built-in one; nothing if the address was
 *     given
 * @param family the family of the address as the job wants it, empty for the default one
 * @param label the label expression on which the job ran, empty if the job has none
 * @param verify whether it asked the name servers what they serve
 */
record PastUpdate(
        int build,
        Instant at,
        Map<HostName, Outcome> hosts,
        Optional<IpAddress> address,
        String credentialsId,
        Optional<String> agent,
        String family,
        String label,
        boolean verify) {

    private static final int FIELDS = 8;
    private static final String AGENT = "@";
    private static final String VERIFY = "verify";

    PastUpdate {
        if (hosts.isEmpty() || address.isEmpty() && agent.isEmpty()) {
            throw new IllegalArgumentException("an update without a host, or without an address and an agent");
        }
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }

    /** Reads what a build keeps. Its file may have been changed by hand, so that nothing in it is taken for granted. */
    static Optional<PastUpdate> of(Run<?, ?> run, DnsUpdateResult result) {
        try {
            Map<HostName, Outcome> hosts = new LinkedHashMap<>();
            for (DnsHostResult host : result.getHosts()) {
                host.stop()
                        .or(() -> Outcome.ofWord(host.getOutcome()))
                        .ifPresent(outcome -> hosts.put(HostName.parse(host.getHostname()), outcome));
            }
            return Optional.of(new PastUpdate(
                    run.getNumber(),
                    Instant.ofEpochMilli(result.getTimestamp()),
                    hosts,
                    Optional.ofNullable(result.getAddress()).map(IpAddress::parse),
                    Util.fixNull(result.getCredentialsId()),
                    Optional.ofNullable(result.getAgent()),
                    result.getFamily(),
                    label(run),
                    result.isVerify()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String label(Run<?, ?> run) {
        Label label = run.getParent() instanceof AbstractProject<?, ?> project ? project.getAssignedLabel() : null;
        return label == null ? "" : label.getExpression();
    }

    /** Whether SecuritySpace confirmed a host of it, then or before. */
    boolean isConfirmed() {
        return hosts.values().stream().anyMatch(Outcome::isConfirmed);
    }

    /** Whether the host of a decision got the address of that decision. */
    boolean brings(TriggerDecision start) {
        return address.equals(start.address())
                && start.host()
                        .map(hosts::get)
                        .filter(outcome -> !outcome.isProblem())
                        .isPresent();
    }

    /** Whether the account of the host of a decision was stopped. Nothing is sent then until somebody acts. */
    boolean isStopped(TriggerDecision start) {
        return start.host().map(hosts::get).filter(Outcome::isRefusalOfAccount).isPresent();
    }

    /** The same without the hosts that SecuritySpace does not know; nothing if it knows none. */
    Optional<PastUpdate> ofKnownHosts() {
        Map<HostName, Outcome> known = new LinkedHashMap<>(hosts);
        known.values().removeIf(Outcome.NOHOST::equals);
        return known.isEmpty() ? Optional.empty() : Optional.of(with(known, at));
    }

    private PastUpdate with(Map<HostName, Outcome> others, Instant since) {
        return new PastUpdate(build, since, others, address, credentialsId, agent, family, label, verify);
    }

    /** Whether this one does again what the other did. */
    boolean repeats(PastUpdate other) {
        return hosts.keySet().equals(other.hosts.keySet())
                && credentialsId.equals(other.credentialsId)
                && agent.equals(other.agent)
                && family.equals(other.family);
    }

    /** The same, with an address that the hosts have had for longer. */
    PastUpdate since(Instant earlier) {
        return with(hosts, earlier);
    }

    /** {@return what is kept of it} */
    List<String> fields() {
        return Stream.concat(
                        Stream.of(
                                Integer.toString(build),
                                at.toString(),
                                address.map(IpAddress::toString).orElse(""),
                                credentialsId,
                                agent.map(AGENT::concat).orElse(""),
                                family,
                                label,
                                verify ? VERIFY : ""),
                        hosts.entrySet().stream()
                                .map(host -> host.getKey().ascii() + " "
                                        + host.getValue().word()))
                .toList();
    }

    /**
     * @param fields what {@link #fields} gave
     * @throws RuntimeException if they are something else
     */
    static PastUpdate parse(List<String> fields) {
        Map<HostName, Outcome> hosts = new LinkedHashMap<>();
        for (String host : fields.subList(FIELDS, fields.size())) {
            String[] words = host.split(" ", 2);
            hosts.put(new HostName(words[0]), Outcome.ofWord(words[1]).orElseThrow());
        }
        return new PastUpdate(
                Integer.parseInt(fields.get(0)),
                Instant.parse(fields.get(1)),
                hosts,
                ifAny(fields.get(2)).map(IpAddress::parse),
                fields.get(3),
                ifAny(fields.get(4)).map(agent -> agent.substring(1)),
                fields.get(5),
                fields.get(6),
                fields.get(7).equals(VERIFY));
    }

    /** {@return what a field holds, or nothing if it is empty} */
    static Optional<String> ifAny(String field) {
        return Optional.of(field).filter(text -> !text.isEmpty());
    }
}
