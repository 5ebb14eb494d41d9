package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.util.Date;
import java.util.List;

/** One update of a build, as pages show it. */
public final class UpdateView {

    /** How many hosts the page of a build shows; the page of the update shows all. */
    private static final int EXCERPT = 10;

    private final DnsUpdateResult update;
    private final List<HostView> hosts;
    private final List<HostView> problems;

    UpdateView(DnsUpdateResult update) {
        this.update = update;
        hosts = update.getHosts().stream()
                .map(host -> new HostView(host, update.getAddress()))
                .toList();
        problems = hosts.stream().filter(HostView::isProblem).toList();
    }

    /** {@return how the verdict looks} */
    public VerdictLook getLook() {
        return VerdictLook.of(getVerdict());
    }

    Verdict getVerdict() {
        return Verdict.valueOf(update.getVerdict());
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
    public List<HostView> getHosts() {
        return hosts;
    }

    /**
     * {@return the hosts for a place with little room: all if they are few, else only those with a problem, and not
     * all of these if they are many}
     */
    public List<HostView> getExcerpt() {
        return hosts.size() <= EXCERPT
                ? hosts
                : problems.stream().limit(EXCERPT).toList();
    }
}
