package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the builds of a job say of a host. The remote API has its times in milliseconds since 1970-01-01T00:00:00Z.
 *
 * @param last what happened last
 * @param timestamp when the last update of the host ended
 * @param build the number of the build with the last update of the host
 * @param confirmedAddress the address that the server confirmed last, or null if no build that is kept tells one
 * @param confirmedTimestamp when it did, or null
 * @param confirmedBuild the number of the build in which it did, or null
 */
@ExportedBean(defaultVisibility = 2)
public record HostStatus(
        @Exported(merge = true) DnsHostResult last,
        @Exported Date timestamp,
        @Exported int build,
        @CheckForNull @Exported String confirmedAddress,
        @CheckForNull @Exported Date confirmedTimestamp,
        @CheckForNull @Exported Integer confirmedBuild) {

    /**
     * @param builds builds with updates, the newest first
     * @return the state of each host, those of the newest build first; spellings of the same host are one
     */
    static List<HostStatus> of(List<BuildUpdates> builds) {
        Map<String, String> names = new HashMap<>();
        Map<String, HostStatus> states = new LinkedHashMap<>();
        for (BuildUpdates build : builds) {
            for (int i = build.updates().size() - 1; i >= 0; i--) {
                DnsUpdateResult update = build.updates().get(i);
                for (DnsHostResult host : update.getHosts()) {
                    String name = names.computeIfAbsent(host.getHostname(), HostStatus::nameOf);
                    states.merge(name, of(host, update, build.build()), HostStatus::confirmedBy);
                }
            }
        }
        return List.copyOf(states.values());
    }

    private static HostStatus of(DnsHostResult host, DnsUpdateResult update, int build) {
        return host.isProblem()
                ? new HostStatus(host, update.getTime(), build, null, null, null)
                : new HostStatus(host, update.getTime(), build, update.getAddress(), update.getTime(), build);
    }

    /** {@return what the name servers served when somebody last looked, within a day; null if nobody did} */
    @CheckForNull
    @Exported
    public String getNameServers() {
        try {
            return confirmedAddress == null
                    ? null
                    : ConfiguredEngine.get()
                            .lastServed(
                                    HostName.parse(last.getHostname()),
                                    IpAddress.parse(confirmedAddress).family());
        } catch (InvalidInputException e) { // a build.xml that was changed by hand
            return null;
        }
    }

    /** {@return the same for whoever reads the page; empty if nobody did} */
    public String getNameServersText() {
        return PageText.of(Util.fixNull(getNameServers()));
    }

    private HostStatus confirmedBy(HostStatus older) {
        return confirmedBuild != null
                ? this
                : new HostStatus(
                        last, timestamp, build, older.confirmedAddress, older.confirmedTimestamp, older.confirmedBuild);
    }

    /** If two spellings mean the same host, both have this name. */
    private static String nameOf(String spelling) {
        try {
            return HostName.parse(spelling).ascii();
        } catch (InvalidInputException e) {
            return spelling.toLowerCase(Locale.ROOT);
        }
    }
}
