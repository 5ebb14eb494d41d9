package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One HTTP answer before it is framed.
 *
 * @param status the HTTP status
 * @param headers header lines without line end; they win over the lines the server adds by itself
 * @param body the body's bytes
 */
public record Answer(int status, List<String> headers, byte[] body) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(414, "URI Too Long"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /**
     * A plain text answer in UTF-8.
     *
     * @param status the HTTP status
     * @param body the text
     * @param headers header lines
     * @return the answer
     */
    public static Answer text(int status, String body, String... headers) {
        return new Answer(status, List.of(headers), body.getBytes(UTF_8));
    }

    /** The same answer with other bytes as its body and more header lines. */
    Answer with(byte[] otherBody, String... moreHeaders) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(Arrays.asList(moreHeaders));
        return new Answer(status, all, otherBody);
    }

    /** The framing line of an answer whose body has a known length; none where HTTP forbids a body. */
    String lengthLine() {
        return mayHaveBody() ? "Content-Length: " + body.length : "";
    }

    boolean mayHaveBody() {
        return status >= 200 && status != 204 && status != 304;
    }

    /** Status line, header lines and the blank line. Empty framing lines are left out. */
    byte[] head(String... framing) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + ' ' + REASONS.getOrDefault(status, "Other"));
        head.append("\r\n");
        List<String> added = new ArrayList<>(List.of("Server: securityspace-simulator"));
        if (mayHaveBody()) {
            added.add("Content-Type: text/plain; charset=UTF-8");
        }
        added.addAll(Arrays.asList(framing));
        added.removeIf(line -> line.isEmpty() || isGiven(line));
        added.addAll(headers);
        added.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    private boolean isGiven(String line) {
        String name = line.substring(0, line.indexOf(':') + 1);
        return headers.stream().anyMatch(given -> given.regionMatches(true, 0, name, 0, name.length()));
    }
}
