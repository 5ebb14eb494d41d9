package io.jenkins.plugins.securityspacedns.protocol;

/**
 * Walks along the lines of an answer without taking them apart: most of a long answer is never looked at again. A line
 * has a first word, which is the code, and a rest, which is what follows it without white space around it.
 */
final class AnswerLines {

    private static final ReturnCode[] CODES = ReturnCode.values();
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char OGHAM_SPACE_MARK = '\u1680'; // the first space beyond Latin-1

    private final String body;
    private int start;
    private int next;
    private boolean isRepeated;
    private int word;
    private int wordEnd;
    private int rest;
    private int end;

    AnswerLines(String body) {
        this.body = body;
    }

    /**
     * Goes to the next line that is not blank. Every line ending that Unicode knows ends a line (UAX #14), so that none
     * of them can hide a second line in a first.
     *
     * @return whether there is one
     */
    boolean advance() {
        int length = next - start;
        isRepeated = isRepeated(length);
        start = next;
        if (isRepeated) {
            next += length; // the words of the line before are those of this one
            return true;
        }
        word = skipSpaceAndLineEnds(next);
        if (word == body.length()) {
            return false;
        }
        wordEnd = word;
        while (wordEnd < body.length() && !isSpaceOrLineEnd(body.charAt(wordEnd))) {
            wordEnd++;
        }
        rest = wordEnd;
        while (rest < body.length() && isSpace(body.charAt(rest))) {
            rest++;
        }
        next = rest;
        while (next < body.length() && !isLineEnd(body.charAt(next))) {
            next++;
        }
        end = next;
        while (end > rest && isSpace(body.charAt(end - 1))) {
            end--;
        }
        return true;
    }

    /** Servers say the same for many hosts in a row, so that most lines need not be taken apart again. */
    private boolean isRepeated(int length) {
        int until = next + length;
        return length > 0
                && until <= body.length()
                && (until == body.length() || isLineEnd(body.charAt(until)))
                && body.regionMatches(next, body, start, length);
    }

    /** Whether the line is the same as the one before. */
    boolean isRepeated() {
        return isRepeated;
    }

    private int skipSpaceAndLineEnds(int from) {
        int at = from;
        while (at < body.length() && isSpaceOrLineEnd(body.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The code that the first word is, in any case, or null. */
    ReturnCode code() {
        for (ReturnCode code : CODES) {
            if (is(word, wordEnd, code.word())) {
                return code;
            }
        }
        return null;
    }

    /** Whether the rest is a text that is given in lower case, in any case. */
    boolean restIs(String lowerCase) {
        return is(rest, end, lowerCase);
    }

    /** Folds the letters of ASCII alone: to Java, some other letters differ from an i or a k in nothing but case. */
    private boolean is(int from, int to, String lowerCase) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = body.charAt(from + i);
            if (lowerCase.charAt(i) != (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)) {
                return false;
            }
        }
        return true;
    }

    String rest() {
        return body.substring(rest, end);
    }

    /** The line with a single blank after its first word. */
    String text() {
        boolean isAsWritten = rest == end || rest == wordEnd + 1 && body.charAt(wordEnd) == ' ';
        return isAsWritten
                ? body.substring(word, rest == end ? wordEnd : end)
                : body.substring(word, wordEnd) + ' ' + rest();
    }

    private static boolean isSpaceOrLineEnd(char c) {
        return c <= ' ' ? isSpace(c) || isLineEnd(c) : c >= 0x80 && (isSpace(c) || isLineEnd(c));
    }

    private static boolean isLineEnd(char c) {
        return c <= '\r' ? c >= '\n' : c >= 0x80 && (c == '\u0085' || c == '\u2028' || c == '\u2029');
    }

    /** White space within a line; ASCII, of which answers are made, is decided at once. */
    private static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c == '\t' || c >= '\u001c' && c <= '\u001f';
        }
        return c == NO_BREAK_SPACE
                || c >= OGHAM_SPACE_MARK && !isLineEnd(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
