package io.jenkins.plugins.securityspacedns.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of an answer: its first word, which is the code, and the rest.
 *
 * @param word the first word, never empty
 * @param rest what follows it, without white space around it
 */
record AnswerLine(String word, String rest) {

    /**
     * The lines of a body in order, without blank ones. Every line ending that Unicode knows ends a line (UAX #14), so
     * that none of them can hide a second line in a first.
     */
    static List<AnswerLine> of(String body) {
        List<AnswerLine> lines = new ArrayList<>();
        int at = 0;
        while (at < body.length()) {
            int start = at;
            while (at < body.length() && !isLineEnd(body.charAt(at))) {
                at++;
            }
            add(body, start, at, lines);
            at++;
        }
        return lines;
    }

    private static void add(String body, int from, int to, List<AnswerLine> lines) {
        int start = from;
        int end = to;
        while (start < end && isSpace(body.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(body.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        int wordEnd = start;
        while (wordEnd < end && !isSpace(body.charAt(wordEnd))) {
            wordEnd++;
        }
        int rest = wordEnd;
        while (rest < end && isSpace(body.charAt(rest))) {
            rest++;
        }
        lines.add(new AnswerLine(body.substring(start, wordEnd), body.substring(rest, end)));
    }

    private static boolean isLineEnd(char c) {
        return c <= '\r' && c >= '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c > '\r' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
