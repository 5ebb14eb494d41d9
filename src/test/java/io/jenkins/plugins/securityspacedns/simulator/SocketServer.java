package io.jenkins.plugins.securityspacedns.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections on 127.0.0.1, one daemon thread for each; close() ends them all, whatever they are doing. */
final class SocketServer implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final long JOIN_MILLIS = 2_000;

    private final ServerSocket serverSocket;
    private final ConnectionHandler handler;
    private final Thread acceptor;
    private final Map<Thread, Socket> connections = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();

    SocketServer(int port, ConnectionHandler handler) {
        this.handler = handler;
        try {
            serverSocket = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = daemon(this::acceptAll);
        acceptor.start();
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    /** How many connections there have been. */
    int accepted() {
        return accepted.get();
    }

    private void acceptAll() {
        while (!serverSocket.isClosed()) {
            try {
                accepted(serverSocket.accept());
            } catch (IOException closedOrLost) {
                // Closed by us: the loop ends. A connection lost while it was accepted: the next one counts.
            }
        }
    }

    private void accepted(Socket socket) throws IOException {
        accepted.incrementAndGet();
        // Every write is a packet at once: faults are about exact bytes.
        socket.setTcpNoDelay(true);
        Thread thread = daemon(() -> serve(socket));
        connections.put(thread, socket);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            handler.handle(socket);
        } catch (IOException clientGone) {
            // A client may leave at any time; what matters to a test is in the log.
        } finally {
            connections.remove(Thread.currentThread());
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator-" + port());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            serverSocket.close();
            // First the acceptor, so that no connection comes after those that are ended here.
            acceptor.join(JOIN_MILLIS);
            for (Map.Entry<Thread, Socket> connection : connections.entrySet()) {
                connection.getValue().close();
                connection.getKey().interrupt();
                connection.getKey().join(JOIN_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done with a connection; the server closes the socket afterwards. */
    @FunctionalInterface
    interface ConnectionHandler {
        void handle(Socket socket) throws IOException;
    }
}
