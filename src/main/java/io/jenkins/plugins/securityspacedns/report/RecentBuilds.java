package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the newest builds of a job tell of its hosts and addresses. */
@ExportedBean
public final class RecentBuilds {

    private final List<BuildUpdates> builds;
    private final Integer limit;
    private final List<HostStatus> hosts;
    private final List<AddressPeriod> periods;

    /**
     * @param builds builds with updates
     * @param limit how many builds were looked at if the job has more, or null
     */
    RecentBuilds(List<BuildUpdates> builds, @CheckForNull Integer limit) {
        this.limit = limit;
        this.builds = builds.stream()
                .sorted(Comparator.comparing(BuildUpdates::at).reversed())
                .toList();
        hosts = HostStatus.of(this.builds);
        periods = AddressPeriod.of(this.builds);
    }

    /** {@return what the newest builds of a job tell, up to a number; the running ones too} */
    static RecentBuilds of(Job<?, ?> job, int newest) {
        List<BuildUpdates> builds = new ArrayList<>();
        Run<?, ?> run = job.getLastBuild();
        for (int seen = 0; run != null && seen < newest; seen++) {
            DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
            if (action != null) {
                builds.add(new BuildUpdates(run.getNumber(), action.getUpdates()));
            }
            run = run.getPreviousBuild();
        }
        return new RecentBuilds(builds, run == null ? null : newest);
    }

    /** {@return how many builds were looked at if the job has more, or null} */
    @CheckForNull
    public Integer getLimit() {
        return limit;
    }

    /** {@return the state of each host, those of the newest build first} */
    @Exported
    public List<HostStatus> getHosts() {
        return hosts;
    }

    /** {@return whether somebody looked at the name servers of a host within a day} */
    public boolean isLookedUp() {
        return hosts.stream().anyMatch(host -> host.getNameServers() != null);
    }

    /** {@return the public addresses, the newest first} */
    @Exported(name = "addresses")
    public List<AddressPeriod> getPeriods() {
        return periods;
    }

    /** {@return the newest public address, or null if no build saw one} */
    @CheckForNull
    @Exported
    public String getAddress() {
        return periods.isEmpty() ? null : periods.get(0).address();
    }

    /** {@return the chart of the public addresses, or null if there are not two builds that saw one} */
    @CheckForNull
    public AddressChart getChart() {
        long seen =
                builds.stream().filter(build -> !build.addresses().isEmpty()).count();
        return seen < 2 ? null : new AddressChart(builds, periods, Instant.now());
    }

    /** {@return the number of the newest build with an update, or null if there is none} */
    @CheckForNull
    public Integer getNewestBuild() {
        return builds.isEmpty() ? null : builds.get(0).build();
    }

    /** {@return the updates of the newest build with any} */
    public List<DnsUpdateResult> getNewestUpdates() {
        return builds.isEmpty() ? List.of() : builds.get(0).updates();
    }
}
