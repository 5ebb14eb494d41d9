package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import io.jenkins.plugins.securityspacedns.update.Publication;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the name servers are asked, and which resolver tells who they are. */
final class VerifyOptions {

    @Option(
            names = "--verify",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "" + Defaults.VERIFY_SECONDS,
            description = {
                "Asks the name servers what they serve: sends too if that is something else, and waits until they serve"
                        + " the address, for so long at most.",
                "Default without a number: ${FALLBACK-VALUE}"
            })
    private Integer verify;

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS",
            description = "The resolver that tells which the name servers are. Default: that of the system.")
    private String resolver = "";

    /** How long the name servers may take; empty if they are not asked. */
    Optional<Duration> within() {
        return Optional.ofNullable(verify).map(Publication::within);
    }

    NameServers nameServers() {
        return NameServers.of(resolver);
    }
}
