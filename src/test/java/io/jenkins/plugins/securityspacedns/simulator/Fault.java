package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A way to answer a request. Faults that damage the real answer apply the update first; those that answer something else,
 * or nothing, do not apply it, unless {@link #afterUpdate()} says so.
 */
@FunctionalInterface
public interface Fault {

    /**
     * Answers one request.
     *
     * @param exchange the request and the connection
     * @throws IOException when the client is gone; the connection is closed then
     */
    void play(Exchange exchange) throws IOException;

    /** {@return the same fault, with the update applied before it} */
    default Fault afterUpdate() {
        return exchange -> {
            exchange.realAnswer();
            play(exchange);
        };
    }

    /** {@return no fault: the real answer} */
    static Fault none() {
        return exchange -> exchange.send(exchange.realAnswer());
    }

    /**
     * A fixed answer; the update is not applied.
     *
     * @param status the HTTP status
     * @param body the body, sent in UTF-8
     * @param headerLines header lines such as {@code "Retry-After: 60"}; they win over the server's own
     * @return the fault
     */
    static Fault answer(int status, String body, String... headerLines) {
        return answer(status, body.getBytes(UTF_8), headerLines);
    }

    /**
     * A fixed answer with any bytes as its body; the update is not applied.
     *
     * @param status the HTTP status
     * @param body the body
     * @param headerLines header lines; they win over the server's own
     * @return the fault
     */
    static Fault answer(int status, byte[] body, String... headerLines) {
        return exchange -> exchange.send(new Answer(status, List.of(headerLines), body));
    }

    /**
     * A redirect; the update is not applied.
     *
     * @param status the HTTP status
     * @param target where to
     * @return the fault
     */
    static Fault redirect(int status, URI target) {
        return answer(status, "", "Location: " + target);
    }

    /**
     * Any bytes instead of an HTTP answer, then an orderly close.
     *
     * @param bytes all that is sent
     * @return the fault
     */
    static Fault raw(byte[] bytes) {
        return exchange -> exchange.out().write(bytes);
    }

    /** {@return bytes that are not HTTP} */
    static Fault garbage() {
        return raw("SSH-2.0-Simulator\r\n\0\1\2\u00ff\u00fe good 93.184.216.34\r\n".getBytes(ISO_8859_1));
    }

    /** {@return the request is read and the connection closed in order, without a byte} */
    static Fault closeBeforeAnswer() {
        return exchange -> {};
    }

    /** {@return the request is read and the connection reset, without a byte} */
    static Fault resetBeforeAnswer() {
        return Exchange::reset;
    }

    /**
     * The head and the first bytes of the real answer's body, then a reset. The update is applied.
     *
     * @param bytes how many bytes of the body are sent
     * @return the fault
     */
    static Fault resetAfter(int bytes) {
        return exchange -> {
            DamagedAnswers.truncated(exchange, bytes);
            exchange.reset();
        };
    }

    /**
     * The head with the full Content-Length and the first bytes of the real answer's body, then an orderly close. The
     * update is applied.
     *
     * @param bytes how many bytes of the body are sent
     * @return the fault
     */
    static Fault truncatedAfter(int bytes) {
        return exchange -> DamagedAnswers.truncated(exchange, bytes);
    }

    /**
     * The real answer, whole, with its Content-Length; then the connection is closed, though nothing said that it would
     * be. The update is applied.
     *
     * @param version the HTTP version of the answer, such as {@code HTTP/1.0}
     * @return the fault
     */
    static Fault closeAfterAnswer(String version) {
        return exchange -> DamagedAnswers.whole(exchange, version);
    }

    /**
     * {@return the real answer, whole; then the server keeps the connection open and answers nothing more on it. The
     * update is applied.}
     */
    static Fault silenceAfterAnswer() {
        return exchange -> {
            DamagedAnswers.whole(exchange, "HTTP/1.1");
            exchange.awaitClientLeaving();
        };
    }

    /** {@return the real answer in chunked transfer coding, sound. The update is applied.} */
    static Fault chunked() {
        return DamagedAnswers::chunked;
    }

    /**
     * The real answer chunked, cut within its only chunk, then an orderly close. The update is applied.
     *
     * @param bytes how many bytes of the body are sent
     * @return the fault
     */
    static Fault truncatedChunked(int bytes) {
        return exchange -> DamagedAnswers.truncatedChunked(exchange, bytes);
    }

    /** {@return the request is read and never answered. The update is not applied.} */
    static Fault silence() {
        return Exchange::awaitClientLeaving;
    }

    /**
     * The real answer, late. The update is applied before the wait: a client that gives up has changed its hosts all the
     * same.
     *
     * @param duration how long to wait
     * @return the fault
     */
    static Fault delay(Duration duration) {
        return exchange -> {
            exchange.realAnswer();
            exchange.pause(duration);
            exchange.send(exchange.realAnswer());
        };
    }

    /**
     * The real answer byte by byte, from the first byte of the head on. The update is applied.
     *
     * @param perByte the pause before each byte
     * @return the fault
     */
    static Fault slowDripHead(Duration perByte) {
        return exchange -> DamagedAnswers.drip(exchange, perByte, true);
    }

    /**
     * The real answer with its head at once and the body byte by byte. The update is applied.
     *
     * @param perByte the pause before each byte
     * @return the fault
     */
    static Fault slowDripBody(Duration perByte) {
        return exchange -> DamagedAnswers.drip(exchange, perByte, false);
    }

    /** {@return the real answer with Content-Encoding gzip, sound. The update is applied.} */
    static Fault gzip() {
        return DamagedAnswers::gzip;
    }

    /**
     * A small gzip body that unpacks to many good lines. The update is not applied.
     *
     * @param unpacked the size of the unpacked body in bytes
     * @return the fault
     */
    static Fault gzipBomb(long unpacked) {
        return exchange -> HugeAnswers.gzipBomb(exchange, unpacked);
    }

    /**
     * A body of good lines without a reasonable end, with its Content-Length. The update is not applied.
     *
     * @param bytes the size of the body
     * @return the fault
     */
    static Fault huge(long bytes) {
        return exchange -> HugeAnswers.body(exchange, bytes, "Content-Length: " + bytes);
    }

    /**
     * The same without Content-Length: the end of the connection ends the body.
     *
     * @param bytes the size of the body
     * @return the fault
     */
    static Fault hugeWithoutLength(long bytes) {
        return exchange -> HugeAnswers.body(exchange, bytes, "");
    }

    /** {@return 8 MiB of header lines, then a good line. The update is not applied.} */
    static Fault hugeHead() {
        return exchange -> HugeAnswers.head(exchange, 8L << 20);
    }
}
