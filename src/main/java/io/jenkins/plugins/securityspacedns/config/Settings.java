package io.jenkins.plugins.securityspacedns.config;

import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.KnownSources;
import io.jenkins.plugins.securityspacedns.address.ProxySettings;
import io.jenkins.plugins.securityspacedns.address.Source;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what the administrator chose. Every method refuses what cannot be used, with a sentence that says why. */
final class Settings {

    private static final String SEPARATORS = "\\s+";

    private Settings() {}

    static Endpoint endpoint(String text, boolean allowPlainHttp) {
        Endpoint endpoint = text.isEmpty() ? Endpoint.DEFAULT : Endpoint.parse(text);
        if (endpoint.isPlainHttp() && !endpoint.isLoopback() && !allowPlainHttp) {
            throw new InvalidInputException("The endpoint \"" + endpoint
                    + "\" is plain HTTP, which shows the password to the network. Use https:, or allow plain HTTP if"
                    + " you accept that.");
        }
        return endpoint;
    }

    static Method method(String text) {
        return Arrays.stream(Method.values())
                .filter(method -> method.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "\"" + Printable.excerpt(text) + "\" is no method of the protocol. Say GET or POST."));
    }

    static Family family(String text) {
        return Family.ofWord(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidInputException(
                        "\"" + Printable.excerpt(text) + "\" is no address family. Say ipv4 or ipv6."));
    }

    static List<String> sources(String text, Family family) {
        List<String> sources = Arrays.stream(text.split(SEPARATORS))
                .filter(source -> !source.isEmpty())
                .toList();
        sources.forEach(source -> Source.parse(source).refusePlainHttp());
        return sources.isEmpty() ? KnownSources.defaults(family) : sources;
    }

    static DetectionPlan detection(
            String sources, int agreement, String family, int seconds, String userAgent, ProxySettings proxy) {
        Family wanted = family(family);
        return DetectionChecks.plan(
                sources(sources, wanted), agreement, wanted, seconds(seconds, "detection"), userAgent, proxy);
    }

    static Duration seconds(int seconds, String what) {
        if (seconds < 1 || seconds > 600) {
            throw new InvalidInputException(
                    "The " + what + " deadline of " + seconds + " s is out of range. Give 1 to 600 seconds.");
        }
        return Duration.ofSeconds(seconds);
    }

    static Duration keepAlive(int days) {
        if (days < 0 || days > 3650) {
            throw new InvalidInputException(
                    "Keep-alive after " + days + " days is out of range. Give 1 to 3650 days, or 0 for never.");
        }
        return Duration.ofDays(days);
    }
}
