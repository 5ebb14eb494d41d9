package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;

/** An HTTP(S) server on loopback that sends the same bytes to whoever asks, when a test lets it. */
final class FakeEcho implements AutoCloseable {

    /** The heads of the requests that came, in order. */
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    /** Counts to zero when a client has gone without having been answered to its end. */
    final CountDownLatch gone = new CountDownLatch(1);

    private final CountDownLatch mayAnswer;
    private final ServerSocket server;

    private FakeEcho(ServerSocketFactory factory, byte[] response, CountDownLatch mayAnswer) throws IOException {
        this.mayAnswer = mayAnswer;
        server = factory.createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        daemon(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    daemon(() -> serve(socket, response));
                }
            } catch (IOException e) {
                gone.countDown();
            }
        });
    }

    static FakeEcho of(String body) throws IOException {
        return responding(ok(body));
    }

    static FakeEcho responding(byte[] response) throws IOException {
        return new FakeEcho(ServerSocketFactory.getDefault(), response, new CountDownLatch(0));
    }

    static FakeEcho over(ServerSocketFactory factory, String body) throws IOException {
        return new FakeEcho(factory, ok(body), new CountDownLatch(0));
    }

    /** It takes the request and says nothing until the latch opens. */
    static FakeEcho holding(String body, CountDownLatch mayAnswer) throws IOException {
        return new FakeEcho(ServerSocketFactory.getDefault(), ok(body), mayAnswer);
    }

    static byte[] ok(String body) {
        return response("200 OK", "", body.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] response(String status, String header, byte[] body) {
        String head = "HTTP/1.1 " + status + "\r\n" + header + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private void serve(Socket socket, byte[] response) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                head.append((char) c);
                if (head.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            requests.add(head.toString());
            if (mayAnswer.getCount() > 0) {
                daemon(() -> awaitEnd(in));
                mayAnswer.await();
            }
            socket.getOutputStream().write(response);
            awaitEnd(in);
        } catch (IOException | InterruptedException e) {
            gone.countDown();
        }
    }

    private void awaitEnd(InputStream in) {
        try {
            if (in.read() < 0) {
                gone.countDown();
            }
        } catch (IOException e) {
            gone.countDown();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fake echo");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        mayAnswer.countDown();
        server.close();
    }
}
