package io.jenkins.plugins.securityspacedns.job;

import hudson.Util;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a job asks for, as it was written; {@link HostUpdate} reads it.
 *
 * @param hostnames host names, separated by comma or white space
 * @param credentialsId the credentials, or empty for the default ones
 * @param address the address that the hosts get, or empty to detect it
 * @param family the family of the address that is detected, or empty for the default one
 * @param failOn the outcomes that fail the build, separated by comma or white space; empty for the default ones
 * @param force whether to send even if the address is confirmed or a hold applies
 * @param verify whether to ask the name servers what they serve, before and after sending
 */
record UpdateArguments(
        String hostnames,
        String credentialsId,
        String address,
        String family,
        String failOn,
        boolean force,
        boolean verify)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A job that was written by hand may lack what the form always saves. */
    UpdateArguments {
        hostnames = Util.fixNull(hostnames);
        credentialsId = Util.fixNull(credentialsId);
        address = Util.fixNull(address);
        family = Util.fixNull(family);
        failOn = Util.fixNull(failOn);
    }

    /** The words of a list. */
    static List<String> words(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Joins lists and arrays: Groovy and YAML may give one in place of a string. Null, as parameters have that the build
     * does not know, is as good as no argument.
     *
     * @param arguments arguments by name
     * @return the same with strings
     */
    static Map<String, Object> joinLists(Map<String, Object> arguments) {
        Map<String, Object> joined = new HashMap<>(arguments);
        joined.values().removeIf(Objects::isNull);
        joined.computeIfPresent("hostnames", (name, value) -> join(value, ""));
        joined.computeIfPresent("failOn", (name, value) -> join(value, "none"));
        return joined;
    }

    private static String join(Object value, String empty) {
        Stream<?> words = value instanceof Collection<?> list
                ? list.stream()
                : value instanceof Object[] array ? Arrays.stream(array) : Stream.of(value);
        return words.map(String::valueOf)
                .reduce((left, right) -> left + ", " + right)
                .orElse(empty);
    }
}
