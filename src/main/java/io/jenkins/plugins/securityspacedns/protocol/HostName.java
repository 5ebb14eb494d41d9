package io.jenkins.plugins.securityspacedns.protocol;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fully qualified DNS host name as it goes to the server: lower case, internationalized labels as A-labels (RFC 5890),
 * no trailing dot. The syntax is that of RFC 952 and RFC 1123, section 2.1; a label has at most 63 octets and the name
 * at most 253 (RFC 1035, section 2.3.4).
 */
public record HostName(String ascii) implements Comparable<HostName> {

    private static final int LONGEST_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /**
     * The characters that IDNA2003, which the JDK speaks, and IDNA2008 (RFC 5891) turn into different names (UTS #46,
     * section 1.3): a guess could update somebody else's host.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /**
     * Takes a name that is in its final form; {@link #parse} makes it from what users write.
     *
     * @param ascii the name in lower case ASCII
     * @throws InvalidInputException if the syntax is wrong
     */
    public HostName {
        check(ascii, ascii);
    }

    /**
     * Reads a host name as users write it.
     *
     * @param spelling a name in any case, in Unicode or ASCII, with or without a trailing dot or white space around it
     * @return the host name
     * @throws InvalidInputException if this is not a fully qualified host name
     */
    public static HostName parse(String spelling) {
        String name = spelling.strip();
        if (name.length() > LONGEST_NAME + 1) {
            throw tooLong(spelling, name.length());
        }
        if (AMBIGUOUS.matcher(name).find()) {
            throw invalid(
                    spelling,
                    "holds a character that older and newer IDNA standards read differently."
                            + " Write the name in its ASCII form (xn--…)");
        }
        if (!name.chars().allMatch(c -> c < 0x80)) {
            try {
                name = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            } catch (IllegalArgumentException e) {
                throw invalid(spelling, "cannot be turned into ASCII labels. Write it in its ASCII form (xn--…)");
            }
        }
        name = name.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        check(name, spelling);
        return new HostName(name);
    }

    private static void check(String name, String spelling) {
        if (name.length() > LONGEST_NAME) {
            throw tooLong(spelling, name.length());
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw invalid(spelling, problemOf(label));
            }
        }
        if (labels.length < 2) {
            throw invalid(spelling, "is not fully qualified. Write it with its domain, such as www.example.com");
        }
        if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
            throw invalid(spelling, "ends in a number, as an address does. Write a host name, such as www.example.com");
        }
    }

    private static InvalidInputException tooLong(String spelling, int length) {
        return invalid(spelling, "has " + length + " characters; " + LONGEST_NAME + " is the most");
    }

    private static String problemOf(String label) {
        if (label.isEmpty()) {
            return "has an empty label. Write exactly one dot between labels";
        }
        if (label.length() > 63) {
            return "has a label of " + label.length() + " characters; 63 is the most";
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return "has a label that begins or ends with a hyphen";
        }
        return "holds a character that is not a letter, a digit or a hyphen";
    }

    private static InvalidInputException invalid(String spelling, String problem) {
        return new InvalidInputException("The host name \"" + Printable.excerpt(spelling) + "\" " + problem + ".");
    }

    @Override
    public int compareTo(HostName other) {
        return ascii.compareTo(other.ascii);
    }

    @Override
    public String toString() {
        return ascii;
    }
}
