package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** How updates are sent, and which outcomes mean failure. */
final class SendingOptions {

    private static final int LONGEST_TIMEOUT = 600;
    private static final String SEPARATORS = "[,\\s]+";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = {
                "Where requests go. Default:",
                "https://secure1.securityspace.com/dns/dynamic.html",
            })
    private String endpoint;

    @Option(
            names = "--allow-http",
            description = "Takes a plain http: endpoint, which shows the password to the network.")
    private boolean allowHttp;

    @Option(
            names = "--method",
            paramLabel = "GET|POST",
            description = "How requests are sent. Default: ${DEFAULT-VALUE}")
    private Method method = Defaults.METHOD;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long one request, and finding the address, may take. Default: ${DEFAULT-VALUE}")
    private int timeout = Defaults.REQUEST_SECONDS;

    @Option(
            names = "--force",
            description = "Sends even if the address is confirmed already or the host is held; never after blocked or"
                    + " a refused password.")
    private boolean force;

    @Option(
            names = "--fail-on",
            paramLabel = "OUTCOMES",
            description = {
                "The outcomes that mean failure, separated by comma, or any or none; other problems mean unstable.",
                "Default: nohost,badauth,blocked,no-address"
            })
    private String failOn;

    Method method() {
        return method;
    }

    boolean force() {
        return force;
    }

    /** Where requests go; plain HTTP is refused unless it was asked for, or stays on this machine. */
    Endpoint endpoint() {
        Endpoint target = endpoint == null ? Endpoint.DEFAULT : Endpoint.parse(endpoint);
        if (target.isPlainHttp() && !target.isLoopback() && !allowHttp) {
            throw new InvalidInputException("The endpoint \"" + target
                    + "\" is plain HTTP, which shows the password to the network."
                    + " Use https:, or say --allow-http if you accept that.");
        }
        return target;
    }

    Duration timeout() {
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw new InvalidInputException(
                    "The timeout of " + timeout + " s is out of range. Give 1 to " + LONGEST_TIMEOUT + " seconds.");
        }
        return Duration.ofSeconds(timeout);
    }

    FailOn failOn() {
        return failOn == null
                ? FailOn.DEFAULT
                : FailOn.parse(Arrays.stream(failOn.split(SEPARATORS))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
