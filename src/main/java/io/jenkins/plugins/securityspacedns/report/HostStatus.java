package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the builds of a job say of a host: what happened last, and what was confirmed last. */
@ExportedBean(defaultVisibility = 2)
public final class HostStatus {

    private final Sighting last;
    private Sighting confirmed;

    private record Sighting(DnsHostResult host, DnsUpdateResult update, int build) {}

    private HostStatus(Sighting last) {
        this.last = last;
    }

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
                    Sighting sighting = new Sighting(host, update, build.build());
                    String name = names.computeIfAbsent(host.getHostname(), HostStatus::nameOf);
                    states.computeIfAbsent(name, first -> new HostStatus(sighting))
                            .confirmedIn(sighting);
                }
            }
        }
        return List.copyOf(states.values());
    }

    /** If two spellings mean the same host, both have this name. */
    private static String nameOf(String spelling) {
        try {
            return HostName.parse(spelling).ascii();
        } catch (InvalidInputException e) {
            return spelling.toLowerCase(Locale.ROOT);
        }
    }

    private void confirmedIn(Sighting sighting) {
        if (confirmed == null && !sighting.host().isProblem()) {
            confirmed = sighting;
        }
    }

    /** {@return the host as it was asked for last} */
    @Exported
    public String getHostname() {
        return last.host().getHostname();
    }

    /** {@return what happened last, such as {@code updated}} */
    @Exported
    public String getOutcome() {
        return last.host().getOutcome();
    }

    /** {@return a sentence that says so} */
    @Exported
    public String getMessage() {
        return last.host().getMessage();
    }

    /** {@return what it meant for the build: {@code SUCCESS}, {@code UNSTABLE} or {@code FAILURE}} */
    @Exported
    public String getVerdict() {
        return last.host().getVerdict();
    }

    /** {@return when the last update of the host ended, in milliseconds since 1970-01-01T00:00:00Z} */
    @Exported
    public long getTimestamp() {
        return last.update().getTimestamp();
    }

    /** {@return the number of the build with the last update of the host} */
    @Exported
    public int getBuild() {
        return last.build();
    }

    /**
     * {@return the address that the server confirmed last for this host, or null if no build that is kept tells
     * one}
     */
    @CheckForNull
    @Exported
    public String getConfirmedAddress() {
        return confirmed == null ? null : confirmed.update().getAddress();
    }

    /** {@return when it did, in milliseconds since 1970-01-01T00:00:00Z, or null} */
    @CheckForNull
    @Exported
    public Long getConfirmedTimestamp() {
        return confirmed == null ? null : confirmed.update().getTimestamp();
    }

    /** {@return the number of the build in which it did, or null} */
    @CheckForNull
    @Exported
    public Integer getConfirmedBuild() {
        return confirmed == null ? null : confirmed.build();
    }

    /** {@return when the last update of the host ended} */
    public Date getTime() {
        return new Date(getTimestamp());
    }

    /** {@return when the server confirmed an address last, or null} */
    @CheckForNull
    public Date getConfirmedTime() {
        return confirmed == null ? null : new Date(confirmed.update().getTimestamp());
    }

    /** {@return whether the last update of the host is not the one that was confirmed} */
    public boolean isStale() {
        return last != confirmed;
    }
}
