package io.jenkins.plugins.securityspacedns.protocol;

/** Makes text from outside fit to be shown in a message or a log line. */
public final class Printable {

    private static final int LONGEST = 80;

    private Printable() {}

    /**
     * Cuts a text to 80 characters and replaces what could forge a log line or steer a terminal: control, format,
     * surrogate and line-separating characters.
     *
     * @param text any text
     * @return the text on one line, safe to print
     */
    public static String excerpt(String text) {
        if (text.length() <= LONGEST && isPrintable(text)) {
            return text;
        }
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return cut ? line(text.substring(0, text.offsetByCodePoints(0, LONGEST - 1))) + '…' : line(text);
    }

    /**
     * Replaces what could forge a log line or steer a terminal, and leaves a text as long as it is.
     *
     * @param text any text
     * @return the text on one line, safe to print
     */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(isPrintable(c) ? c : c == '\t' ? ' ' : '\ufffd'));
        return safe.toString();
    }

    /** Of ASCII, which most texts are made of, no character needs looking up. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
