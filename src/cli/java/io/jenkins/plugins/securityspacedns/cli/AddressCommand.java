package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Finds the public address. */
@Command(
        name = "address",
        description = "Finds the public address and says what each source named, and how long that took.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        sortOptions = false,
        customSynopsis = "securityspace-dns address [OPTION...]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:an address was established",
            "1:none was established",
            "64:bad usage",
            "70:internal error",
            "74:the result could not be written, such as to a full disk"
        },
        footer = {
            "",
            "Examples:",
            "  securityspace-dns address --family ipv6",
            "  securityspace-dns address --agreement 1 --source https://echo.example.com/ip"
        })
final class AddressCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @ArgGroup(validate = false, heading = "%nFinding the public address:%n")
    private DetectionOptions detection = new DetectionOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    AddressCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The JSON that users rely on: names and order are part of the interface. */
    private record JsonAddress(String address, List<JsonAnswer> answers, String reason) {}

    private record JsonAnswer(String source, String answer, double seconds, boolean proxied) {}

    @Override
    public Integer call() throws Exception {
        DetectionPlan asked = detection
                .detection(Duration.ofSeconds(Defaults.DETECTION_SECONDS))
                .waitingForAll();
        DetectionResult result;
        try (AutoCloseable line =
                ProgressLine.show(surroundings, "Asking " + asked.sources().size() + " sources")) {
            result = asked.run().verified(asked);
        }
        boolean established = result.established().isPresent();
        // The lines after the first one say what the table says.
        String reason = result.reason().lines().findFirst().orElse("");
        if (output.isJson()) {
            List<JsonAnswer> answers = result.answers().stream()
                    .map(answer -> new JsonAnswer(answer.source(), answer.text(), seconds(answer), answer.proxied()))
                    .toList();
            OutputOptions.printJson(
                    surroundings, new JsonAddress(established ? result.address() : null, answers, reason));
        } else {
            result.established().ifPresent(surroundings.out()::println);
            printTable(result.answers());
            if (!reason.isEmpty()) {
                surroundings.err().println(reason);
            }
        }
        return established ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private void printTable(List<SourceAnswer> answers) {
        int width = answers.stream()
                .mapToInt(answer -> answer.source().length())
                .max()
                .orElse(0);
        for (SourceAnswer answer : answers) {
            surroundings
                    .err()
                    .println(answer.source()
                            + " ".repeat(width - answer.source().length())
                            + String.format(Locale.ROOT, "  %6.2f s  ", seconds(answer))
                            + answer.text()
                            + (answer.proxied() ? " (over a proxy)" : ""));
        }
    }

    private static double seconds(SourceAnswer answer) {
        return answer.milliseconds() / 1000.0;
    }
}
