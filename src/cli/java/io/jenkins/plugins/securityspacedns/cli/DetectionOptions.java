package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.KnownSources;
import io.jenkins.plugins.securityspacedns.address.Source;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How the public address is found. */
final class DetectionOptions {

    @Option(
            names = "--family",
            paramLabel = "ipv4|ipv6",
            description = "Which address to find. Default: ${DEFAULT-VALUE}")
    private String family = Defaults.FAMILY.word();

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = {
                "A place that tells the public address: an HTTPS URL that answers with it, a DNS question"
                        + " (dns://resolver/name?type=A, RFC 4501), interface:eth0, the router (upnp: or"
                        + " natpmp://192.168.1.1), its page (http://192.168.1.1/status#:~:text=WAN%%20IP), or an"
                        + " address. Repeat it for several.",
                "Default: several services of different operators."
            })
    private List<String> sources;

    @Option(
            names = "--agreement",
            paramLabel = "N",
            description = "How many independent sources have to name the same address. Default: ${DEFAULT-VALUE}")
    private int agreement = Defaults.AGREEMENT;

    /** The detection that the options ask for; plain HTTP is refused but on this machine. */
    DetectionPlan detection(Duration deadline) {
        Family wanted = Family.parse(family);
        List<String> chosen = sources == null ? KnownSources.defaults(wanted) : sources;
        chosen.forEach(source -> Source.parse(source).refusePlainHttp());
        return DetectionChecks.plan(chosen, agreement, wanted, deadline, Product.USER_AGENT, null);
    }
}
