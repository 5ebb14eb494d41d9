package io.jenkins.plugins.securityspacedns.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * How long a public address was in use, as far as builds saw it. The remote API has its times in milliseconds since
 * 1970-01-01T00:00:00Z.
 *
 * @param address the public address
 * @param start when a build saw it first
 * @param end when a build saw another one, or saw this one last if it is current
 * @param firstBuild the number of the first build that saw it
 * @param lastBuild the number of the last build that saw it
 * @param builds how many builds saw it
 * @param current whether the newest build saw it
 */
@ExportedBean(defaultVisibility = 2)
public record AddressPeriod(
        @Exported String address,
        @Exported Date start,
        @Exported Date end,
        @Exported int firstBuild,
        @Exported int lastBuild,
        @Exported int builds,
        @Exported boolean current) {

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
        periods.sort(Comparator.comparing(AddressPeriod::start).reversed());
        return List.copyOf(periods);
    }

    private static AddressPeriod beginning(String address, List<BuildUpdates> builds) {
        int length = 0;
        while (length < builds.size() && builds.get(length).addresses().contains(address)) {
            length++;
        }
        BuildUpdates last = builds.get(length - 1);
        boolean current = length == builds.size();
        return new AddressPeriod(
                address,
                Date.from(builds.get(0).at()),
                Date.from(current ? last.at() : builds.get(length).at()),
                builds.get(0).build(),
                last.build(),
                length,
                current);
    }
}
