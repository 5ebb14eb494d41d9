package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A bare socket: sends any text and shows every byte that comes back. */
final class RawClient implements AutoCloseable {

    /** Only so that a broken test ends; nothing is expected to take this long. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(URI uri) throws IOException {
        socket = new Socket("127.0.0.1", uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    /** Reads one answer with Content-Length, byte by byte, so that the next answer stays on the connection. */
    String readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(readByte());
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length));
        return head + new String(body, ISO_8859_1);
    }

    private char readByte() throws IOException {
        int read = socket.getInputStream().read();
        if (read < 0) {
            throw new SocketException("closed by the server");
        }
        return (char) read;
    }

    /** Everything until the server closes or resets the connection. */
    Received readAll() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int read = in.read(); read >= 0; read = in.read()) {
                bytes.write(read);
            }
            return new Received(bytes.toString(ISO_8859_1), false);
        } catch (SocketException reset) {
            return new Received(bytes.toString(ISO_8859_1), true);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * What came back.
     *
     * @param text one character per byte
     * @param reset whether a reset ended it, not an orderly close
     */
    record Received(String text, boolean reset) {

        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n") + 4);
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}
