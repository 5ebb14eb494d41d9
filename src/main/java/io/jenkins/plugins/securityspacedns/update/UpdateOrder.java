package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;

/**
 * An update as somebody wants it.
 *
 * @param account whose hosts they are
 * @param hosts the hosts
 * @param failOn which problems fail the build
 * @param force whether to send even if the address is confirmed or a hold of the host runs
 * @param verify whether to send too if the name servers serve something else than was confirmed
 */
public record UpdateOrder(Account account, RequestedHosts hosts, FailOn failOn, boolean force, boolean verify) {}
