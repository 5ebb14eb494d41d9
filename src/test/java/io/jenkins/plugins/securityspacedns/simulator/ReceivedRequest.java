package io.jenkins.plugins.securityspacedns.simulator;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request as it came over the wire. Text holds one character per byte (ISO-8859-1), so nothing is lost.
 *
 * @param requestLine the request line without its line end
 * @param headers the header lines as received, in order
 * @param body the body, empty if there is none
 * @param time when the head and the body were there
 * @param tls whether it came over TLS
 * @param peer the address of the client
 */
public record ReceivedRequest(
        String requestLine, List<String> headers, String body, Instant time, boolean tls, InetAddress peer) {

    /**
     * The method, as sent.
     *
     * @return the first word of the request line
     */
    public String method() {
        return requestLine.substring(0, requestLine.indexOf(' '));
    }

    /**
     * The raw target: path and query, nothing decoded.
     *
     * @return what stands between the method and the protocol version
     */
    public String target() {
        return requestLine.substring(requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
    }

    /**
     * The path.
     *
     * @return the target up to the question mark
     */
    public String path() {
        String target = target();
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /**
     * The raw query.
     *
     * @return the target after the question mark; empty if there is none
     */
    public String query() {
        String target = target();
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /**
     * The value of a header.
     *
     * @param name the header's name, in any case
     * @return the first value with that name
     */
    public Optional<String> header(String name) {
        String start = name + ':';
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).trim())
                .findFirst();
    }

    /**
     * A decoded parameter: of the form for POST, of the query otherwise.
     *
     * @param name the parameter's name
     * @return its first value
     */
    public Optional<String> parameter(String name) {
        return FormParameters.first(method().equals("POST") ? body : query(), name);
    }

    /**
     * The name and password of the Basic authorization, if there is a readable one.
     *
     * @return the credentials
     */
    public Optional<BasicCredentials> credentials() {
        return header("Authorization").flatMap(BasicCredentials::parse);
    }

    boolean keepsConnection() {
        String connection = header("Connection").orElse("").toLowerCase(Locale.ROOT);
        return requestLine.endsWith("HTTP/1.1") && !connection.contains("close");
    }
}
