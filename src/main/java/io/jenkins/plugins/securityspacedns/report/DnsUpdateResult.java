package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What came of an update, as Pipelines read it and builds keep it. */
@ExportedBean(defaultVisibility = 2)
public final class DnsUpdateResult implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How many hosts the page of a build shows; the page of the update shows all. */
    private static final int EXCERPT = 10;

    private final String address;
    private String verdict;
    private ArrayList<DnsHostResult> hosts;
    private final long timestamp;
    private final String credentialsId;
    private final String agent;
    private final String family;
    private final String explanation;
    private final boolean verify;

    /**
     * @param result what came of an update
     * @param credentialsId the id of the credentials of its account
     * @param agent the name of the node whose public address was looked for, empty for the built-in one; null if the
     *     address was given, or no node was known
     * @param family the family of the address as the job wants it, empty for the default one
     * @param explanation a sentence that says how the address was found
     * @param verify whether the name servers are asked
     * @param at when it ended
     */
    public DnsUpdateResult(
            UpdateResult result,
            String credentialsId,
            @CheckForNull String agent,
            String family,
            String explanation,
            boolean verify,
            Instant at) {
        this.verify = verify;
        this.family = family;
        this.explanation = explanation;
        this.credentialsId = credentialsId;
        this.agent = agent;
        timestamp = at.toEpochMilli();
        address = result.address().map(IpAddress::toString).orElse(null);
        verdict = result.verdict().name();
        hosts = result.hosts().stream().map(DnsHostResult::new).collect(Collectors.toCollection(ArrayList::new));
    }

    private DnsUpdateResult(DnsUpdateResult before, List<DnsHostResult> hosts) {
        address = before.address;
        verdict = hosts.stream()
                .map(host -> Verdict.valueOf(host.getVerdict()))
                .reduce(Verdict.SUCCESS, Verdict::worst)
                .name();
        this.hosts = new ArrayList<>(hosts);
        timestamp = before.timestamp;
        credentialsId = before.credentialsId;
        agent = before.agent;
        family = before.family;
        explanation = before.explanation;
        verify = before.verify;
    }

    /** {@return the hosts whose address the server confirmed, now or earlier, if the name servers are asked; else none} */
    public List<HostName> toVerify() {
        return hosts.stream()
                .filter(host -> verify)
                .flatMap(host -> host.confirmed().stream())
                .distinct()
                .toList();
    }

    /** {@return the same with what was seen of each host that {@link #toVerify} names} */
    public DnsUpdateResult published(Map<HostName, Publication.Seen> seen, FailOn failOn) {
        return new DnsUpdateResult(
                this, hosts.stream().map(host -> host.published(seen, failOn)).toList());
    }

    /** The build.xml of another version may lack anything. */
    private Object readResolve() {
        verdict = DnsHostResult.known(verdict);
        hosts = Objects.requireNonNullElseGet(hosts, ArrayList::new);
        return this;
    }

    /** {@return the address that the hosts were to get, or null if none could be established} */
    @CheckForNull
    @Exported
    @Whitelisted
    public String getAddress() {
        return address;
    }

    /** {@return the worst of the hosts: {@code SUCCESS}, {@code UNSTABLE} or {@code FAILURE}} */
    @Exported
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** {@return whether the server set another address than it had before, for any host} */
    @Exported
    @Whitelisted
    public boolean isChanged() {
        return hosts.stream().anyMatch(DnsHostResult::isChanged);
    }

    /** {@return every host that was asked for, in that order} */
    @Exported
    @Whitelisted
    public List<DnsHostResult> getHosts() {
        return new ArrayList<>(hosts);
    }

    /** {@return when it ended, in milliseconds since 1970-01-01T00:00:00Z} */
    @Exported
    @Whitelisted
    public long getTimestamp() {
        return timestamp;
    }

    /** {@return the id of the credentials of its account} */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * {@return the name of the node whose public address was looked for, empty for the built-in one; null if the address
     * was given, or no node was known}
     */
    @CheckForNull
    public String getAgent() {
        return agent;
    }

    /** {@return what the messages of the hosts have in common, in lines, such as what each source said} */
    List<String> getDetails() {
        return hosts.stream()
                .flatMap(host -> host.getMessage().lines().skip(1))
                .distinct()
                .toList();
    }

    /** {@return the same for whoever reads the page; there are no times in it} */
    public List<String> getDetailTexts() {
        return getDetails().stream().map(PageText::of).toList();
    }

    /** {@return whether a host has an outcome, such as {@code badauth}} */
    public boolean has(String outcome) {
        return hosts.stream().anyMatch(host -> host.getOutcome().equals(outcome));
    }

    /** {@return when it ended} */
    public Date getTime() {
        return new Date(timestamp);
    }

    /** {@return how the verdict looks} */
    public VerdictLook getLook() {
        return VerdictLook.valueOf(verdict);
    }

    /** {@return in one sentence what came of it} */
    public String getHeadline() {
        if (address == null) {
            return Messages.DnsUpdateResult_noAddress();
        }
        int problems = problems().size();
        if (hosts.size() == 1) {
            String hostname = hosts.get(0).getHostname();
            return problems == 0
                    ? Messages.DnsUpdateResult_hostUpToDate(hostname, address)
                    : Messages.DnsUpdateResult_hostNotUpToDate(hostname);
        }
        return problems == 0
                ? Messages.DnsUpdateResult_allUpToDate(hosts.size(), address)
                : Messages.DnsUpdateResult_someNotUpToDate(problems, hosts.size());
    }

    /** {@return where the address came from} */
    public String getOrigin() {
        if (agent == null) {
            return Messages.DnsUpdateResult_givenAddress();
        }
        return agent.isEmpty()
                ? Messages.DnsUpdateResult_addressOfBuiltInNode()
                : Messages.DnsUpdateResult_addressOfAgent(agent);
    }

    /**
     * {@return the hosts for a place with little room: all if they are few, else only those with a problem, and not
     * all of these if they are many}
     */
    public List<DnsHostResult> getExcerpt() {
        return hosts.size() <= EXCERPT
                ? getHosts()
                : problems().stream().limit(EXCERPT).toList();
    }

    private List<DnsHostResult> problems() {
        return hosts.stream().filter(DnsHostResult::isProblem).toList();
    }

    /** {@return the family of the address as the job wants it; empty for the default one} */
    public String getFamily() {
        return family == null ? "" : family; // builds of earlier versions tell none
    }

    /** {@return whether the name servers are asked what they serve} */
    public boolean isVerify() {
        return verify;
    }

    /** {@return how the address was found, in the language of whoever reads the page; empty if nobody knows} */
    public String getExplanation() {
        return explanation == null ? "" : PageText.of(explanation);
    }

    /** {@return one line for every problem, with the hosts that have it} */
    public String describeProblems() {
        Map<String, List<String>> hostsOf = problems().stream()
                .collect(Collectors.groupingBy(
                        host -> host.getOutcome() + ": " + host.getSummary(),
                        LinkedHashMap::new,
                        Collectors.mapping(DnsHostResult::getHostname, Collectors.toList())));
        return hostsOf.entrySet().stream()
                .map(problem -> String.join(", ", problem.getValue()) + " " + problem.getKey())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return address + " " + verdict + " " + hosts;
    }
}
