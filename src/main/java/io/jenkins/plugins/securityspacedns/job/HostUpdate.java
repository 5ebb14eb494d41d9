package io.jenkins.plugins.securityspacedns.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsHostResult;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.trigger.Histories;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The one way to the engine for the Pipeline step and the freestyle builder: an update that a build asks for. */
final class HostUpdate {

    private final UpdateArguments arguments;
    private final Run<?, ?> run;
    private final PrintStream log;

    HostUpdate(UpdateArguments arguments, Run<?, ?> run, TaskListener listener) {
        this.arguments = arguments;
        this.run = run;
        this.log = listener.getLogger();
    }

    /**
     * Updates the hosts, and keeps what came of it with the build.
     *
     * @param agent the name of the node whose address is meant, empty for the built-in one; null if none is known
     * @param detecting tells the public address if the build gives none
     * @return the place of the update among those of the build
     * @throws ExpectedFailure if something that was asked for cannot be used; nothing was sent
     */
    int send(@CheckForNull String agent, AddressFinder detecting) throws ExpectedFailure, InterruptedException {
        try {
            boolean detect = arguments.address().isBlank();
            AddressFinder finder = detect ? detecting : AddressFinder.given(arguments.address());
            String credentialsId = credentialsId();
            UpdateOrder order = order(credentialsId);
            if (!arguments.family().isBlank()) {
                Family.parse(arguments.family()); // a wrong one is refused even if no address is to be found
            }
            AtomicReference<String> explanation = new AtomicReference<>();
            UpdateResult came =
                    ConfiguredEngine.get().updater().update(order, explained(finder, explanation), log::println);
            DnsUpdateResult result = new DnsUpdateResult(
                    came,
                    credentialsId,
                    detect ? agent : null,
                    arguments.family(),
                    explanation.get(),
                    arguments.verify(),
                    Instant.now());
            int place = DnsUpdateAction.record(run, result);
            Histories.add(run, result);
            return place;
        } catch (InvalidInputException e) {
            throw new ExpectedFailure(e.getMessage());
        }
    }

    /** Looks whether the name servers serve what was confirmed, if the build asks for that. */
    Publication publication(int place, Instant begin) {
        DnsUpdateResult result = DnsUpdateAction.get(run, place);
        List<HostName> hosts = result.toVerify();
        String address = result.getAddress();
        if (hosts.isEmpty() || address == null) {
            return ConfiguredEngine.get().publication(List.of(), null, begin);
        }
        log.println("Waiting until the name servers serve " + address + ".");
        return ConfiguredEngine.get().publication(hosts, IpAddress.parse(address), begin);
    }

    /** Ends the update: writes what came of it into the log, and keeps what the name servers serve with the build. */
    DnsUpdateResult end(int place, Publication publication) {
        DnsUpdateResult result = DnsUpdateAction.get(run, place);
        if (result.isVerify()) {
            result = result.published(publication.seen(), failOn());
            DnsUpdateAction.replace(run, place, result);
        }
        for (DnsHostResult host : result.getHosts()) {
            log.println(host);
        }
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> log.println("SecuritySpace DNS: all hosts are up to date.");
            case UNSTABLE -> log.println("SecuritySpace DNS: not all hosts are up to date.");
            case FAILURE -> {} // the exception says so
        }
        return result;
    }

    private static AddressFinder explained(AddressFinder finder, AtomicReference<String> explanation) {
        return () -> {
            AddressFinder.Found found = finder.find();
            explanation.set(found.explanation());
            return found;
        };
    }

    private String credentialsId() {
        String own = arguments.credentialsId().strip();
        return own.isEmpty() ? SecuritySpaceDnsConfiguration.get().getCredentialsId() : own;
    }

    private UpdateOrder order(String credentialsId) {
        RequestedHosts hosts = RequestedHosts.parse(List.of(arguments.hostnames()));
        FailOn failOn = failOn();
        Account account = AccountLookup.find(run, credentialsId);
        return new UpdateOrder(account, hosts, failOn, arguments.force(), arguments.verify());
    }

    private FailOn failOn() {
        return arguments.failOn().isBlank() ? FailOn.DEFAULT : FailOn.parse(UpdateArguments.words(arguments.failOn()));
    }

    /** {@return what a build that fails says, with every host that has a problem} */
    static ExpectedFailure failure(DnsUpdateResult result) {
        return new ExpectedFailure("SecuritySpace DNS: not all hosts are up to date.\n" + result.describeProblems());
    }
}
