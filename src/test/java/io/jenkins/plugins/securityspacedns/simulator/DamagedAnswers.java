package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Sends the real answer in unusual ways. Each part goes out in one write. */
final class DamagedAnswers {

    private DamagedAnswers() {}

    static void truncated(Exchange exchange, int bytes) throws IOException {
        Answer answer = exchange.realAnswer();
        exchange.out().write(concat(answer.head(answer.lengthLine()), start(answer.body(), bytes)));
    }

    static void whole(Exchange exchange, String version) throws IOException {
        Answer answer = exchange.realAnswer();
        byte[] http11 = answer.head(answer.lengthLine());
        byte[] head = version.getBytes(ISO_8859_1);
        exchange.out()
                .write(concat(concat(head, Arrays.copyOfRange(http11, head.length, http11.length)), answer.body()));
    }

    static void chunked(Exchange exchange) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        // Two chunks where the length allows it, cut within a line: a client must put them together.
        byte[] body = exchange.realAnswer().body();
        int half = body.length / 2;
        chunk(chunks, Arrays.copyOfRange(body, 0, half));
        chunk(chunks, Arrays.copyOfRange(body, half, body.length));
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        exchange.out().write(concat(chunkedHead(exchange), chunks.toByteArray()));
    }

    static void truncatedChunked(Exchange exchange, int bytes) throws IOException {
        byte[] body = exchange.realAnswer().body();
        byte[] size = (Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1);
        exchange.out().write(concat(concat(chunkedHead(exchange), size), start(body, bytes)));
    }

    static void drip(Exchange exchange, Duration perByte, boolean head) throws IOException {
        Answer answer = exchange.realAnswer();
        byte[] headBytes = answer.head(answer.lengthLine(), "Connection: close");
        if (!head) {
            exchange.out().write(headBytes);
        }
        OutputStream out = exchange.out();
        for (byte one : head ? concat(headBytes, answer.body()) : answer.body()) {
            exchange.pause(perByte);
            out.write(one);
        }
    }

    static void gzip(Exchange exchange) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(exchange.realAnswer().body());
        }
        exchange.send(exchange.realAnswer().with(packed.toByteArray(), "Content-Encoding: gzip"));
    }

    private static byte[] chunkedHead(Exchange exchange) {
        return exchange.realAnswer().head("Transfer-Encoding: chunked", "Connection: close");
    }

    private static void chunk(ByteArrayOutputStream chunks, byte[] part) {
        // A chunk of size zero would end the body.
        if (part.length > 0) {
            chunks.writeBytes((Integer.toHexString(part.length) + "\r\n").getBytes(ISO_8859_1));
            chunks.writeBytes(part);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
    }

    private static byte[] start(byte[] body, int bytes) {
        return Arrays.copyOf(body, Math.min(bytes, body.length));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
