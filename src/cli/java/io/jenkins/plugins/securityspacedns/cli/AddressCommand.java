package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the public address. */
@Command(
        name = "address",
        description = "Finds the public address and says which source named which.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        sortOptions = false,
        footer = {"", "Exit code: 0 established, 1 not established, 64 bad usage."})
final class AddressCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DetectionOptions detection;

    @Option(
            names = "--family",
            paramLabel = "ipv4|ipv6",
            defaultValue = "ipv4",
            description = "Which address to find. Default: ${DEFAULT-VALUE}")
    private String family;

    @Mixin
    private OutputOptions output;

    AddressCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The JSON that users rely on: names and order are part of the interface. */
    private record JsonAddress(String address, List<JsonAnswer> answers) {}

    private record JsonAnswer(String source, String answer) {}

    @Override
    public Integer call() throws Exception {
        Family wanted = Family.ofWord(family)
                .orElseThrow(() -> new InvalidInputException(
                        "\"" + Printable.excerpt(family) + "\" is no address family. Say ipv4 or ipv6."));
        DetectionPlan asked = detection.detection(wanted, DetectionChecks.DEFAULT_DEADLINE);
        DetectionResult result;
        try (AutoCloseable line =
                ProgressLine.show(surroundings, "Asking " + asked.sources().size() + " sources")) {
            result = asked.run().verified(asked);
        }
        boolean established = result.established().isPresent();
        if (output.format() == Format.json) {
            List<JsonAnswer> answers = result.answers().stream()
                    .map(answer -> new JsonAnswer(answer.source(), answer.text()))
                    .toList();
            surroundings.out().println(Json.of(new JsonAddress(established ? result.address() : null, answers)));
        } else {
            printText(result, established);
        }
        return established ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private void printText(DetectionResult result, boolean established) {
        if (established) {
            surroundings.out().println(result.address());
            for (SourceAnswer answer : result.answers()) {
                surroundings.err().println(answer.source() + ": " + answer.text());
            }
        } else {
            surroundings.err().println(result.reason());
        }
    }
}
