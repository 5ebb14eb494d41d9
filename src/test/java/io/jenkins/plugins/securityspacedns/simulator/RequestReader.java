package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one HTTP/1.x request after the other from a connection. */
final class RequestReader {

    /** Far above what the site accepts, so that an overlong line is read to its end and answered properly. */
    private static final int MAX_LINE = 1 << 20;

    private static final int MAX_HEADERS = 200;
    private static final int MAX_BODY = 1 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final Clock clock;
    private final boolean tls;
    private final InetAddress peer;

    RequestReader(InputStream in, OutputStream out, Clock clock, boolean tls, InetAddress peer) {
        this.in = in;
        this.out = out;
        this.clock = clock;
        this.tls = tls;
        this.peer = peer;
    }

    /** The next request, or nothing when the client closed the connection between two requests. */
    Optional<ReceivedRequest> next() throws IOException {
        String requestLine = readLine();
        if (requestLine == null) {
            return Optional.empty();
        }
        if (!requestLine.matches("[A-Z]+ \\S+ HTTP/1\\.[01]")) {
            throw new ProtocolException("not a request line");
        }
        List<String> headers = new ArrayList<>();
        for (String line = readLine(); line == null || !line.isEmpty(); line = readLine()) {
            if (line == null || line.indexOf(':') < 1 || headers.size() == MAX_HEADERS) {
                throw new ProtocolException("not a header");
            }
            headers.add(line);
        }
        ReceivedRequest head = new ReceivedRequest(requestLine, List.copyOf(headers), "", clock.instant(), tls, peer);
        String body = readBody(head);
        return Optional.of(new ReceivedRequest(requestLine, head.headers(), body, clock.instant(), tls, peer));
    }

    private String readBody(ReceivedRequest head) throws IOException {
        if (head.header("Transfer-Encoding").isPresent()) {
            throw new ProtocolException("a body needs a Content-Length");
        }
        String length = head.header("Content-Length").orElse("0");
        if (!length.matches("\\d{1,7}") || Integer.parseInt(length) > MAX_BODY) {
            throw new ProtocolException("bad Content-Length");
        }
        if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new ProtocolException("the body ended early");
        }
        return new String(body, ISO_8859_1);
    }

    /** A line without its end (CRLF or LF); null at the end of the stream before any byte. */
    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return null;
            }
            if (next < 0 || line.size() == MAX_LINE) {
                throw new ProtocolException("a line without end");
            }
            line.write(next);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
