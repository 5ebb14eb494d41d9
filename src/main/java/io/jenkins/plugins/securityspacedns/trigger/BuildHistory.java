package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the history of a job from its builds, which survive restarts, renames and changes of the configuration. */
final class BuildHistory {

    /** No more builds than that are read from the disk for one look. */
    private static final int FARTHEST = 50;

    /** After so many starts for one reason the wait does not get longer. */
    private static final int ENOUGH = 8;

    private BuildHistory() {}

    static History of(Job<?, ?> job) {
        List<PastBuild> builds = new ArrayList<>();
        boolean updated = false;
        for (Run<?, ?> run = job.getLastBuild();
                run != null && builds.size() < FARTHEST;
                run = run.getPreviousBuild()) {
            PastBuild build = read(run);
            builds.add(build);
            updated |= !build.updates().isEmpty();
            Optional<String> repeated = builds.get(0).startedFor();
            boolean repeats = repeated.isPresent() && build.startedFor().equals(repeated);
            if (updated && (!repeats || builds.size() >= ENOUGH)) {
                break;
            }
        }
        return new History(builds);
    }

    static int latest(Job<?, ?> job) {
        Run<?, ?> last = job.getLastBuild();
        return last == null ? 0 : last.getNumber();
    }

    private static PastBuild read(Run<?, ?> run) {
        SecuritySpaceDnsCause cause = run.getCause(SecuritySpaceDnsCause.class);
        return new PastBuild(
                run.getNumber(),
                Instant.ofEpochMilli(run.getTimeInMillis()),
                run.isBuilding(),
                Optional.ofNullable(cause).map(SecuritySpaceDnsCause::getMessage),
                updates(run));
    }

    private static List<LastUpdate> updates(Run<?, ?> run) {
        DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
        List<LastUpdate> updates = new ArrayList<>();
        if (action != null) {
            for (DnsUpdateResult result : action.getUpdates()) {
                update(result).ifPresent(updates::add);
            }
        }
        return updates;
    }

    /** A file may have been changed by hand, so that nothing in it is taken for granted. */
    private static Optional<LastUpdate> update(DnsUpdateResult result) {
        try {
            List<HostName> hosts = result.getHosts().stream()
                    .map(DnsHostResult::getHostname)
                    .map(HostName::parse)
                    .distinct()
                    .toList();
            Optional<IpAddress> address =
                    Optional.ofNullable(result.getAddress()).map(IpAddress::parse);
            Optional<String> agent = Optional.ofNullable(result.getAgent());
            boolean whole =
                    !hosts.isEmpty() && result.getCredentialsId() != null && (address.isPresent() || agent.isPresent());
            return whole
                    ? Optional.of(new LastUpdate(hosts, address, result.getCredentialsId(), agent))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
