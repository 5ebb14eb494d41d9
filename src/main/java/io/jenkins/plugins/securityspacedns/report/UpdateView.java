package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.Date;
import java.util.List;

/** One update of a build, as pages show it. */
public final class UpdateView {

    /** How many hosts the page of a build shows; the page of the update shows all. */
    private static final int EXCERPT = 10;

    private final DnsUpdateResult update;
    private final List<DnsHostResult> hosts;
    private final List<DnsHostResult> problems;

    UpdateView(DnsUpdateResult update) {
        this.update = update;
        hosts = update.getHosts();
        problems = hosts.stream().filter(DnsHostResult::isProblem).toList();
    }

    /** {@return how the verdict looks} */
    public VerdictLook getLook() {
        return VerdictLook.valueOf(update.getVerdict());
    }

    /** {@return the looks of all verdicts} */
    public List<VerdictLook> getLooks() {
        return List.of(VerdictLook.values());
    }

    /** {@return in one sentence what came of the update} */
    public String getHeadline() {
        if (update.getAddress() == null) {
            return Messages.UpdateView_noAddress();
        }
        if (hosts.size() == 1) {
            String hostname = hosts.get(0).getHostname();
            return problems.isEmpty()
                    ? Messages.UpdateView_hostUpToDate(hostname, update.getAddress())
                    : Messages.UpdateView_hostNotUpToDate(hostname);
        }
        return problems.isEmpty()
                ? Messages.UpdateView_allUpToDate(hosts.size(), update.getAddress())
                : Messages.UpdateView_someNotUpToDate(problems.size(), hosts.size());
    }

    /** {@return the address that the hosts were to get, or null if none could be established} */
    @CheckForNull
    public String getAddress() {
        return update.getAddress();
    }

    /** {@return where the address came from} */
    public String getOrigin() {
        String agent = update.getAgent();
        if (agent == null) {
            return Messages.UpdateView_givenAddress();
        }
        return agent.isEmpty() ? Messages.UpdateView_addressOfBuiltInNode() : Messages.UpdateView_addressOfAgent(agent);
    }

    /** {@return when it ended} */
    public Date getTime() {
        return new Date(update.getTimestamp());
    }

    /** {@return every host, in the order in which they were asked for} */
    public List<DnsHostResult> getHosts() {
        return hosts;
    }

    /**
     * @param host one of the hosts
     * @return the address that the server confirmed for it, or null if it did not
     */
    @CheckForNull
    public String confirmedAddress(DnsHostResult host) {
        return host.isProblem() ? null : update.getAddress();
    }

    /**
     * @param host one of the hosts
     * @return how long its requests took, such as {@code 0.42 sec}, or null if nothing was sent
     */
    @CheckForNull
    public String duration(DnsHostResult host) {
        return host.getDuration() == 0 ? null : Util.getTimeSpanString(host.getDuration());
    }

    /**
     * {@return the hosts for a place with little room: all if they are few, else only those with a problem, and not
     * all of these if they are many}
     */
    public List<DnsHostResult> getExcerpt() {
        return hosts.size() <= EXCERPT
                ? hosts
                : problems.stream().limit(EXCERPT).toList();
    }
}
