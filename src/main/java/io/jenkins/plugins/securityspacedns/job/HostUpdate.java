package io.jenkins.plugins.securityspacedns.job;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import java.io.PrintStream;
import java.util.List;

/** The one call of the engine behind the Pipeline step and the freestyle builder. */
final class HostUpdate {

    private HostUpdate() {}

    /**
     * Updates the hosts that a build asks for, writes what came of it into the log and keeps it with the build.
     *
     * @param arguments what the build asks for
     * @param detecting tells the public address where the build gives none
     * @throws AbortException where something that was asked for cannot be used; nothing was sent
     */
    static DnsUpdateResult run(UpdateArguments arguments, AddressFinder detecting, Run<?, ?> run, TaskListener listener)
            throws AbortException, InterruptedException {
        PrintStream log = listener.getLogger();
        try {
            AddressFinder finder = arguments.address().isBlank() ? detecting : AddressFinder.given(arguments.address());
            UpdateOrder order = order(arguments, run);
            DnsUpdateResult result =
                    new DnsUpdateResult(ConfiguredEngine.get().updater().update(order, finder, log::println));
            DnsUpdateAction.record(run, result);
            for (DnsHostResult host : result.getHosts()) {
                log.println(host);
            }
            return result;
        } catch (InvalidInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static UpdateOrder order(UpdateArguments arguments, Run<?, ?> run) {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        RequestedHosts hosts = RequestedHosts.parse(List.of(arguments.hostnames()));
        FailOn failOn =
                arguments.failOn().isBlank() ? FailOn.DEFAULT : FailOn.parse(UpdateArguments.words(arguments.failOn()));
        String id = arguments.credentialsId().isBlank() ? configuration.getCredentialsId() : arguments.credentialsId();
        Account account = AccountLookup.find(run, id.strip(), configuration.getEndpoint());
        return new UpdateOrder(account, hosts, failOn, arguments.force());
    }

    /**
     * @return what a build that fails says, with every host that has a problem
     */
    static AbortException failure(DnsUpdateResult result) {
        return new AbortException("SecuritySpace DNS: not all hosts are up to date.\n" + result.describeProblems());
    }
}
