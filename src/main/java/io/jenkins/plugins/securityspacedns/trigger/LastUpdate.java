package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * An update that a build made, or tried to make.
 *
 * @param hosts its hosts, each once
 * @param address the address that they were to get, if one could be established
 * @param credentialsId the id of the credentials of the account
 * @param agent the name of the node whose public address it was, empty for the built-in one; nothing where the address
 *     was given
 */
record LastUpdate(List<HostName> hosts, Optional<IpAddress> address, String credentialsId, Optional<String> agent) {

    LastUpdate {
        hosts = List.copyOf(hosts);
    }

    /** Whether this one does again what the other did. */
    boolean repeats(LastUpdate other) {
        return hosts.equals(other.hosts) && credentialsId.equals(other.credentialsId) && agent.equals(other.agent);
    }
}
