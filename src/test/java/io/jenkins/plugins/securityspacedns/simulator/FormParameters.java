package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;

/** Reads {@code application/x-www-form-urlencoded} text, which queries use as well. */
final class FormParameters {

    private FormParameters() {}

    static Optional<String> first(String text, String name) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decode(pair[0]).equals(name))
                .map(pair -> pair.length == 2 ? decode(pair[1]) : "")
                .findFirst();
    }

    /** Text with a broken escape stays as it is, as common servers do. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
