package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of an update.
 *
 * @param address the address that the hosts were to get, if one could be established
 * @param hosts exactly one result for every requested host, in the order in which they were asked for
 */
public record UpdateResult(Optional<IpAddress> address, List<HostResult> hosts) {

    public UpdateResult {
        hosts = List.copyOf(hosts);
    }

    /** {@return the worst of the hosts' verdicts} */
    public Verdict verdict() {
        return hosts.stream().map(HostResult::verdict).reduce(Verdict.SUCCESS, Verdict::worst);
    }
}
