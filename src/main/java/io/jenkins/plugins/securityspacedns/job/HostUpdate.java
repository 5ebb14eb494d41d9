package io.jenkins.plugins.securityspacedns.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The one call of the engine behind the Pipeline step and the freestyle builder. */
final class HostUpdate {

    private HostUpdate() {}

    /**
     * Updates the hosts that a build asks for, writes what came of it into the log and keeps it with the build.
     *
     * @param arguments what the build asks for
     * @param agent the name of the node whose address is meant, empty for the built-in one; null if none is known
     * @param detecting tells the public address if the build gives none
     * @throws ExpectedFailure if something that was asked for cannot be used; nothing was sent
     */
    static DnsUpdateResult run(
            UpdateArguments arguments,
            @CheckForNull String agent,
            AddressFinder detecting,
            Run<?, ?> run,
            TaskListener listener)
            throws ExpectedFailure, InterruptedException {
        PrintStream log = listener.getLogger();
        try {
            boolean detect = arguments.address().isBlank();
            AddressFinder finder = detect ? detecting : AddressFinder.given(arguments.address());
            String credentialsId = credentialsId(arguments);
            UpdateOrder order = order(arguments, credentialsId, run);
            AtomicReference<String> explanation = new AtomicReference<>();
            UpdateResult came =
                    ConfiguredEngine.get().updater().update(order, explained(finder, explanation), log::println);
            DnsUpdateResult result = new DnsUpdateResult(
                    came, credentialsId, detect ? agent : null, arguments.family(), explanation.get());
            DnsUpdateAction.record(run, result);
            for (DnsHostResult host : result.getHosts()) {
                log.println(host);
            }
            switch (came.verdict()) {
                case SUCCESS -> log.println("SecuritySpace DNS: all hosts are up to date.");
                case UNSTABLE -> log.println("SecuritySpace DNS: not all hosts are up to date.");
                case FAILURE -> {} // the exception says so
            }
            return result;
        } catch (InvalidInputException e) {
            throw new ExpectedFailure(e.getMessage());
        }
    }

    private static AddressFinder explained(AddressFinder finder, AtomicReference<String> explanation) {
        return () -> {
            AddressFinder.Found found = finder.find();
            explanation.set(found.explanation());
            return found;
        };
    }

    private static String credentialsId(UpdateArguments arguments) {
        String own = arguments.credentialsId().strip();
        return own.isEmpty() ? SecuritySpaceDnsConfiguration.get().getCredentialsId() : own;
    }

    private static UpdateOrder order(UpdateArguments arguments, String credentialsId, Run<?, ?> run) {
        RequestedHosts hosts = RequestedHosts.parse(List.of(arguments.hostnames()));
        FailOn failOn =
                arguments.failOn().isBlank() ? FailOn.DEFAULT : FailOn.parse(UpdateArguments.words(arguments.failOn()));
        Account account = AccountLookup.find(
                run, credentialsId, SecuritySpaceDnsConfiguration.get().getEndpoint());
        return new UpdateOrder(account, hosts, failOn, arguments.force());
    }

    /** {@return what a build that fails says, with every host that has a problem} */
    static ExpectedFailure failure(DnsUpdateResult result) {
        return new ExpectedFailure("SecuritySpace DNS: not all hosts are up to date.\n" + result.describeProblems());
    }
}
