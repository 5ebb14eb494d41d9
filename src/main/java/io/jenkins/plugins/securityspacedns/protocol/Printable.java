package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Objects;
import java.util.regex.Pattern;

/** Makes text from outside fit to be shown in a message or a log line. */
public final class Printable {

    private static final int LONGEST = 80;

    /** Control, format, surrogate, private and unassigned characters, and those that end a line. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** What nobody can see, or tell from a space: those, spaces, fillers and variation selectors. */
    static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}\\u034f\\u115f\\u1160\\u17b4\\u17b5"
            + "\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}]");

    private Printable() {}

    /** {@return 80 characters of a text at most, without what could forge a log line or steer a terminal} */
    public static String excerpt(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return cut ? line(text.substring(0, text.offsetByCodePoints(0, LONGEST - 1))) + '…' : line(text);
    }

    /** {@return a whole text, without what could forge a log line or steer a terminal} */
    public static String line(String text) {
        return UNSAFE.matcher(text.replace('\t', ' ')).replaceAll("\ufffd");
    }

    /** {@return a character in quotes, or by its code point and name if nobody can see it} */
    static String character(int codePoint) {
        String text = Character.toString(codePoint);
        return INVISIBLE.matcher(text).matches()
                ? String.format("U+%04X %s", codePoint, Objects.toString(Character.getName(codePoint), "UNASSIGNED"))
                : '"' + text + '"';
    }
}
