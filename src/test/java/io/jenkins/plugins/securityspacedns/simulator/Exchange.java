package io.jenkins.plugins.securityspacedns.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One request and the means to answer it, well or badly. */
public final class Exchange {

    private final ReceivedRequest request;
    private final InputStream in;
    private final OutputStream out;
    private final Socket raw;
    private final Site site;
    private Answer realAnswer;
    private boolean complete;

    Exchange(ReceivedRequest request, InputStream in, OutputStream out, Socket raw, Site site) {
        this.request = request;
        this.in = in;
        this.out = out;
        this.raw = raw;
        this.site = site;
    }

    /**
     * The request.
     *
     * @return the request as received
     */
    public ReceivedRequest request() {
        return request;
    }

    /**
     * What a healthy server answers. The first call applies the update.
     *
     * @return the answer
     */
    public Answer realAnswer() {
        if (realAnswer == null) {
            realAnswer = site.realAnswer(request);
        }
        return realAnswer;
    }

    /**
     * Sends a complete answer; the connection stays open if the client wants it so.
     *
     * @param answer what to send
     * @throws IOException when the client is gone
     */
    public void send(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(answer.head(answer.lengthLine(), request.keepsConnection() ? "" : "Connection: close"));
        if (answer.mayHaveBody() && !request.method().equals("HEAD")) {
            bytes.writeBytes(answer.body());
        }
        out.write(bytes.toByteArray());
        complete = true;
    }

    /**
     * The bare connection for bytes of any kind; it is closed when the fault is played.
     *
     * @return the stream to the client, unbuffered
     */
    public OutputStream out() {
        return out;
    }

    /** The connection ends with a TCP reset instead of an orderly close. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Waits until the client closes the connection, or the simulator is closed. */
    void awaitClientLeaving() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Waits; closing the simulator interrupts it. */
    void pause(Duration duration) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    boolean keepsConnection() {
        return complete && request.keepsConnection();
    }
}
