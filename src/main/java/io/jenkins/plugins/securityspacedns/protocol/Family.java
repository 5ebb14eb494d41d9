package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.Locale;

/** The family of an IP address. */
public enum Family {
    /** IPv4 (RFC 791), 32 bits. */
    IPV4("IPv4"),
    /** IPv6 (RFC 8200), 128 bits. */
    IPV6("IPv6");

    private final String displayName;

    Family(String displayName) {
        this.displayName = displayName;
    }

    /** {@return the family as users write it: {@code ipv4} or {@code ipv6}} */
    public String word() {
        return displayName.toLowerCase(Locale.ROOT);
    }

    /** {@return the family as it stands in a sentence: {@code IPv4} or {@code IPv6}} */
    public String displayName() {
        return displayName;
    }

    /**
     * Reads a family as users write it, in any case.
     *
     * @param text the word
     * @return the family
     * @throws InvalidInputException if none is called so
     */
    public static Family parse(String text) {
        String word = text.strip();
        return Arrays.stream(values())
                .filter(family -> family.displayName.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "\"" + Printable.excerpt(word) + "\" is no address family. Say ipv4 or ipv6."));
    }

    @Override
    public String toString() {
        return word();
    }
}
