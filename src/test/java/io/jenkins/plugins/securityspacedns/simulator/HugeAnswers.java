package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Streams answers that are too large to take. The lines look right, so that a client which cuts them off is fooled. */
final class HugeAnswers {

    private static final byte[] GOOD_LINES =
            ("good " + Simulator.PUBLIC_ADDRESS + "\n").repeat(4096).getBytes(ISO_8859_1);
    private static final byte[] HEADER_LINE = ("X-Filler: " + "x".repeat(1012) + "\r\n").getBytes(ISO_8859_1);

    private HugeAnswers() {}

    static void body(Exchange exchange, long bytes, String framing) throws IOException {
        OutputStream out = exchange.out();
        out.write(Answer.text(200, "").head(framing, "Connection: close"));
        goodLines(out, bytes);
    }

    static void gzipBomb(Exchange exchange, long unpacked) throws IOException {
        OutputStream out = exchange.out();
        out.write(Answer.text(200, "").head("Content-Encoding: gzip", "Connection: close"));
        // Not closed but finished: closing would close the connection before the caller does.
        GZIPOutputStream gzip = new GZIPOutputStream(out, 8192);
        goodLines(gzip, unpacked);
        gzip.finish();
    }

    static void head(Exchange exchange, long bytes) throws IOException {
        OutputStream out = exchange.out();
        out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
        for (long sent = 0; sent < bytes; sent += HEADER_LINE.length) {
            out.write(HEADER_LINE);
        }
        out.write("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
        goodLines(out, GOOD_LINES.length / 4096);
    }

    private static void goodLines(OutputStream out, long bytes) throws IOException {
        for (long left = bytes; left > 0; left -= GOOD_LINES.length) {
            out.write(GOOD_LINES, 0, (int) Math.min(left, GOOD_LINES.length));
        }
    }
}
