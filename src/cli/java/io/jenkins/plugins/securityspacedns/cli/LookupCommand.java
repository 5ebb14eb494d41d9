package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks what the name servers of hosts serve. */
@Command(
        name = "lookup",
        description = "Asks every authoritative name server of a host which address it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        sortOptions = false,
        customSynopsis = "securityspace-dns lookup [OPTION...] HOST...",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:for each host, all name servers that answer serve the same address",
            "1:for some host they do not",
            "2:for some host none answers",
            "64:bad usage",
            "70:internal error",
            "74:the result could not be written, such as to a full disk"
        },
        footer = {
            "",
            "Examples:",
            "  securityspace-dns lookup www.example.com",
            "  securityspace-dns lookup --family ipv6 --resolver 192.0.2.53 www.example.com"
        })
final class LookupCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 300;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "HOST", arity = "1..*", hidden = true)
    private List<String> hosts = List.of();

    @Option(
            names = "--family",
            paramLabel = "ipv4|ipv6",
            description = "Which addresses to look for. Default: ${DEFAULT-VALUE}")
    private String family = Defaults.FAMILY.word();

    @Option(
            names = "--resolver",
            paramLabel = "ADDRESS",
            description = "The DNS resolver that tells which the name servers are. Default: that of the system")
    private String resolver = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the look may take, up to " + MOST_SECONDS + ". Default: ${DEFAULT-VALUE}")
    private int timeout = Defaults.DETECTION_SECONDS;

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    LookupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The JSON that users rely on: names and order are part of the interface. */
    private record JsonHost(
            String hostname, boolean agree, List<String> aliases, List<JsonServer> servers, String problem) {}

    private record JsonServer(String name, String address, String answer, List<String> addresses, String detail) {}

    @Override
    public Integer call() throws InterruptedException {
        if (timeout < 1 || timeout > MOST_SECONDS) {
            throw new InvalidInputException(
                    "A timeout of " + timeout + " s is out of range. Give 1 to " + MOST_SECONDS + " seconds.");
        }
        List<HostName> names = RequestedHosts.parse(hosts).distinct();
        Collection<Served> served = NameServers.of(resolver)
                .look(names, Family.parse(family), Duration.ofSeconds(timeout))
                .values();
        if (output.isJson()) {
            OutputOptions.printJson(
                    surroundings, served.stream().map(LookupCommand::json).toList());
        } else {
            served.forEach(this::print);
        }
        if (served.stream().anyMatch(each -> each.answered().isEmpty())) {
            return ExitCode.UNSTABLE;
        }
        return served.stream().allMatch(Served::agree) ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private static JsonHost json(Served served) {
        List<JsonServer> servers = served.servers().stream()
                .map(server -> new JsonServer(
                        server.name(),
                        server.address().toString(),
                        server.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        server.addresses().stream()
                                .map(IpAddress::toString)
                                .sorted()
                                .toList(),
                        server.detail()))
                .toList();
        return new JsonHost(served.host().ascii(), served.agree(), served.aliases(), servers, served.problem());
    }

    private void print(Served served) {
        String alias = served.aliases().isEmpty() ? "" : ", an alias for " + String.join(", ", served.aliases());
        surroundings.out().println(served.host() + alias + (served.agree() ? "" : ": no agreement"));
        if (served.servers().isEmpty()) {
            surroundings.out().println("  " + served.problem());
        }
        served.servers().forEach(server -> surroundings.out().println("  " + server));
    }
}
