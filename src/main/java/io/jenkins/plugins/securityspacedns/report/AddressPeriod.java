package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How long a public address was in use, as far as builds saw it. */
@ExportedBean(defaultVisibility = 2)
public final class AddressPeriod {

    private final String address;
    private final Instant start;
    private final Instant end;
    private final int firstBuild;
    private final int lastBuild;
    private final int builds;
    private final boolean current;

    private AddressPeriod(String address, List<BuildUpdates> run, @CheckForNull BuildUpdates next) {
        BuildUpdates first = run.get(0);
        BuildUpdates last = run.get(run.size() - 1);
        this.address = address;
        start = first.at();
        end = next == null ? last.at() : next.at();
        firstBuild = first.build();
        lastBuild = last.build();
        builds = run.size();
        current = next == null;
    }

    /**
     * Puts builds in a row that saw the same address together. A period lasts until the first build that did not see its
     * address any more; builds that could establish none do not count.
     *
     * @param newestFirst builds with updates, the newest first
     * @return the periods, the one that began last first
     */
    static List<AddressPeriod> of(List<BuildUpdates> newestFirst) {
        List<BuildUpdates> builds = newestFirst.stream()
                .filter(build -> !build.addresses().isEmpty())
                .sorted(Comparator.comparing(BuildUpdates::at))
                .toList();
        List<AddressPeriod> periods = new ArrayList<>();
        Set<String> running = Set.of();
        for (int i = 0; i < builds.size(); i++) {
            Set<String> seen = builds.get(i).addresses();
            for (String address : seen) {
                if (!running.contains(address)) {
                    periods.add(beginning(address, builds.subList(i, builds.size())));
                }
            }
            running = new HashSet<>(seen);
        }
        periods.sort(
                Comparator.comparing((AddressPeriod period) -> period.start).reversed());
        return List.copyOf(periods);
    }

    private static AddressPeriod beginning(String address, List<BuildUpdates> builds) {
        int length = 0;
        while (length < builds.size() && builds.get(length).addresses().contains(address)) {
            length++;
        }
        return new AddressPeriod(
                address, builds.subList(0, length), length == builds.size() ? null : builds.get(length));
    }

    /** {@return the public address} */
    @Exported
    public String getAddress() {
        return address;
    }

    /** {@return when a build saw it first, in milliseconds since 1970-01-01T00:00:00Z} */
    @Exported
    public long getStart() {
        return start.toEpochMilli();
    }

    /**
     * {@return when a build saw another one, or saw this one last if it is current, in milliseconds since
     * 1970-01-01T00:00:00Z}
     */
    @Exported
    public long getEnd() {
        return end.toEpochMilli();
    }

    /** {@return the number of the first build that saw it} */
    @Exported
    public int getFirstBuild() {
        return firstBuild;
    }

    /** {@return the number of the last build that saw it} */
    @Exported
    public int getLastBuild() {
        return lastBuild;
    }

    /** {@return how many builds saw it} */
    @Exported
    public int getBuilds() {
        return builds;
    }

    /** {@return whether the newest build saw it} */
    @Exported
    public boolean isCurrent() {
        return current;
    }

    /** {@return when a build saw it first} */
    public Date getStartTime() {
        return Date.from(start);
    }

    /** {@return when a build saw another one, or saw this one last if it is current} */
    public Date getEndTime() {
        return Date.from(end);
    }
}
