package io.jenkins.plugins.securityspacedns.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.KnownSources;
import io.jenkins.plugins.securityspacedns.address.ProxySettings;
import io.jenkins.plugins.securityspacedns.address.Source;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.Publication;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads what people choose in forms and as code. What is missing is empty. Every method refuses what cannot be used, with a
 * sentence that says why.
 */
public final class Settings {

    private static final String SEPARATORS = "\\s+";

    private Settings() {}

    /**
     * Says in a form whether a value can be used.
     *
     * @param reader reads the value, and refuses it by an {@link InvalidInputException}
     * @return ok, or the sentence of the refusal
     */
    public static FormValidation check(Runnable reader) {
        try {
            reader.run();
            return FormValidation.ok();
        } catch (InvalidInputException e) {
            return refused(e);
        }
    }

    static int number(@CheckForNull String text) {
        String number = Objects.requireNonNullElse(text, "").strip();
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("\"" + Printable.excerpt(number) + "\" is not a whole number.");
        }
    }

    static Endpoint endpoint(@CheckForNull String text, boolean allowPlainHttp) {
        String url = Objects.requireNonNullElse(text, "").strip();
        Endpoint endpoint = url.isEmpty() ? Endpoint.DEFAULT : Endpoint.parse(url);
        if (endpoint.isPlainHttp() && !endpoint.isLoopback() && !allowPlainHttp) {
            throw new InvalidInputException("The endpoint \"" + endpoint
                    + "\" is plain HTTP, which shows the password to the network. Use https:, or allow plain HTTP if"
                    + " you accept that.");
        }
        return endpoint;
    }

    static Method method(@CheckForNull String text) {
        String word = Objects.requireNonNullElse(text, "").strip();
        return Arrays.stream(Method.values())
                .filter(method -> method.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "\"" + Printable.excerpt(word) + "\" is no method of the protocol. Say GET or POST."));
    }

    static Family family(@CheckForNull String text) {
        return Family.parse(Objects.requireNonNullElse(text, ""));
    }

    /** {@return what is wrong, in the language of whoever fills in the form} */
    public static FormValidation refused(InvalidInputException wrong) {
        return FormValidation.error(PageText.of(wrong.getMessage()));
    }

    /** {@return the sources that were named; none for the default ones} */
    static List<String> sources(@CheckForNull String text) {
        List<String> sources = Arrays.stream(
                        Objects.requireNonNullElse(text, "").split(SEPARATORS))
                .filter(source -> !source.isEmpty())
                .toList();
        sources.forEach(source -> Source.parse(source).refusePlainHttp());
        return sources;
    }

    static DetectionPlan detection(
            @CheckForNull String sources,
            int agreement,
            @CheckForNull String family,
            int seconds,
            String userAgent,
            @CheckForNull ProxySettings proxy) {
        Family wanted = family(family);
        List<String> named = sources(sources);
        return DetectionChecks.plan(
                named.isEmpty() ? KnownSources.defaults(wanted) : named,
                agreement(agreement),
                wanted,
                Duration.ofSeconds(seconds(seconds, "detection")),
                userAgent,
                proxy);
    }

    static int agreement(int sources) {
        if (sources < 1) {
            throw new InvalidInputException("The agreement of " + sources + " is out of range. Give 1 or more.");
        }
        return sources;
    }

    static int seconds(int seconds, String what) {
        if (seconds < 1 || seconds > 600) {
            throw new InvalidInputException(
                    "The " + what + " deadline of " + seconds + " s is out of range. Give 1 to 600 seconds.");
        }
        return seconds;
    }

    static NameServers nameServers(@CheckForNull String resolver) {
        return NameServers.of(Objects.requireNonNullElse(resolver, ""));
    }

    static int verifySeconds(int seconds) {
        return (int) Publication.within(seconds).toSeconds();
    }

    static int paceAtOnce(int requests) {
        return new Pace.Limit(requests, Pace.Limit.DEFAULT.anHour()).atOnce();
    }

    static int paceAnHour(int requests) {
        return new Pace.Limit(Pace.Limit.DEFAULT.atOnce(), requests).anHour();
    }

    static int keepAlive(int days) {
        if (days < 0 || days > 3650) {
            throw new InvalidInputException(
                    "Keep-alive after " + days + " days is out of range. Give 1 to 3650 days, or 0 for never.");
        }
        return days;
    }
}
