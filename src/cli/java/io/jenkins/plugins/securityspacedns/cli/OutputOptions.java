package io.jenkins.plugins.securityspacedns.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How results are written, and the results of an update as text and as JSON. */
final class OutputOptions {

    private static final int OUTCOME_WIDTH = "server-error".length();
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How results are written. Default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    /** How results are written. */
    private enum Format {
        /** For people. */
        text,
        /** For programs: one JSON value (RFC 8259) on standard output and nothing else there. */
        json
    }

    boolean isJson() {
        return format == Format.json;
    }

    /** Writes a value as JSON on one line. */
    static void printJson(Surroundings surroundings, Object value) {
        surroundings.out().println(GSON.toJson(value));
    }

    /** The JSON that users rely on: names and order are part of the interface. */
    private record JsonUpdate(String address, String verdict, List<JsonHost> hosts) {}

    private record JsonHost(String hostname, String outcome, String message, Boolean verified, Long verifiedAfter) {

        static JsonHost of(HostResult host) {
            Long after = host.verifiedAfter().map(Duration::toMillis).orElse(null);
            Boolean asked = host.outcome() == Outcome.UNPUBLISHED ? Boolean.FALSE : null;
            return new JsonHost(
                    host.hostname(),
                    host.outcome().word(),
                    host.message(),
                    after == null ? asked : Boolean.TRUE,
                    after);
        }
    }

    void print(Surroundings surroundings, UpdateResult result) {
        if (isJson()) {
            List<JsonHost> hosts = result.hosts().stream().map(JsonHost::of).toList();
            String address = result.address().map(IpAddress::toString).orElse(null);
            printJson(surroundings, new JsonUpdate(address, result.verdict().name(), hosts));
        } else {
            printText(surroundings, result);
        }
    }

    private static void printText(Surroundings surroundings, UpdateResult result) {
        PrintStream out = surroundings.out();
        int width = result.hosts().stream()
                .mapToInt(host -> host.hostname().length())
                .max()
                .orElse(0);
        for (HostResult host : result.hosts()) {
            String outcome =
                    coloured(surroundings, host.verdict(), padded(host.outcome().word(), OUTCOME_WIDTH));
            String summary = host.message().lines().findFirst().orElse("");
            out.println(padded(host.hostname(), width) + "  " + outcome + "  " + summary);
        }
        result.hosts().stream()
                .flatMap(host -> host.message().lines().skip(1))
                .distinct()
                .forEach(detail -> out.println("  " + detail));
        out.println(coloured(surroundings, result.verdict(), result.verdict().name()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String coloured(Surroundings surroundings, Verdict verdict, String word) {
        String colour =
                switch (verdict) {
                    case SUCCESS -> "green";
                    case UNSTABLE -> "yellow";
                    case FAILURE -> "red";
                };
        return surroundings.terminal() ? Ansi.ON.string("@|bold," + colour + " " + word + "|@") : word;
    }
}
