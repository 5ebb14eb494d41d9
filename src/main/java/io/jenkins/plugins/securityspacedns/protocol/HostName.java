package io.jenkins.plugins.securityspacedns.protocol;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fully qualified DNS host name as it goes to the server: lower case, internationalized labels as A-labels (RFC 5890),
 * no trailing dot. Labels are letters, digits and hyphens (RFC 952; RFC 1123, section 2.1), and underscores as service
 * names have them (RFC 8552); the first label may be the wildcard {@code *} (RFC 4592). A label has at most 63 octets and
 * the name at most 253 (RFC 1035, section 2.3.4). Whether such a host exists is the server's to say.
 */
public record HostName(String ascii) implements Comparable<HostName> {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-z0-9_-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** The dots of IDNA (RFC 3490, section 3.1). */
    private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");

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
        refuse(
                AMBIGUOUS,
                name,
                spelling,
                ", which older and newer IDNA standards read differently. Write the name in its ASCII form (xn--…)");
        refuse(Printable.INVISIBLE, name, spelling, ". Remove it"); // IDNA would drop some of them without a word
        String ascii = Arrays.stream(DOT.split(name, -1))
                .map(label -> ascii(label, spelling))
                .collect(Collectors.joining("."));
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        check(ascii, spelling);
        return new HostName(ascii);
    }

    private static String ascii(String label, String spelling) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return label.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid(spelling, "cannot be turned into ASCII labels. Write it in its ASCII form (xn--…)");
        }
    }

    private static void check(String name, String spelling) {
        if (name.length() > LONGEST_NAME) {
            throw tooLong(spelling, name.length());
        }
        String[] labels = name.split("\\.", -1);
        for (int i = labels[0].equals("*") ? 1 : 0; i < labels.length; i++) {
            checkLabel(labels[i], spelling);
        }
        if (labels.length < 2) {
            throw invalid(spelling, "is not fully qualified. Write it with its domain, such as www.example.com");
        }
        if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
            throw invalid(spelling, "ends in a number, as an address does. Write a host name, such as www.example.com");
        }
    }

    private static void checkLabel(String label, String spelling) {
        if (label.isEmpty()) {
            throw invalid(spelling, "has an empty label. Write exactly one dot between labels");
        }
        if (label.length() > LONGEST_LABEL) {
            throw invalid(
                    spelling, "has a label of " + label.length() + " characters; " + LONGEST_LABEL + " is the most");
        }
        refuse(
                NOT_ALLOWED,
                label,
                spelling,
                ". Write letters, digits, hyphens and underscores; * alone may be the first label");
        if (label.startsWith("-") || label.endsWith("-")) {
            throw invalid(spelling, "has a label that begins or ends with a hyphen");
        }
    }

    /** Names the first of the characters that a text holds. */
    private static void refuse(Pattern characters, String text, String spelling, String problem) {
        Matcher found = characters.matcher(text);
        if (found.find()) {
            throw invalid(spelling, "holds " + Printable.character(text.codePointAt(found.start())) + problem);
        }
    }

    private static InvalidInputException tooLong(String spelling, int length) {
        return invalid(spelling, "has " + length + " characters; " + LONGEST_NAME + " is the most");
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
