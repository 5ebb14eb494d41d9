package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Servers with broken TLS, started when first asked for. Behind them is the same site, so that the log shows leaks. */
final class BadTlsServers implements AutoCloseable {

    private final Map<BadTls, SocketServer> servers = new EnumMap<>(BadTls.class);
    private final Site site;
    private final Clock clock;

    BadTlsServers(Site site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    synchronized int port(BadTls kind) {
        return servers.computeIfAbsent(kind, missing -> new SocketServer(0, handler(missing)))
                .port();
    }

    private SocketServer.ConnectionHandler handler(BadTls kind) {
        return switch (kind) {
            case EXPIRED -> http(Certificates.expired());
            case OTHER_HOST -> http(Certificates.forOtherHost());
            case UNKNOWN_AUTHORITY -> http(Certificates.fromUnknownAuthority());
            case PLAIN_TEXT -> BadTlsServers::plainText;
            case SILENT -> BadTlsServers::readAll;
        };
    }

    private HttpService http(SSLContext context) {
        return new HttpService(site, clock, context);
    }

    private static void plainText(Socket socket) throws IOException {
        // Waits for the client's first byte, as a server would, but cannot make sense of it.
        if (socket.getInputStream().read() >= 0) {
            byte[] answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nplain text\n".getBytes(ISO_8859_1);
            socket.getOutputStream().write(answer);
            socket.shutdownOutput();
            readAll(socket);
        }
    }

    private static void readAll(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(SocketServer::close);
    }
}
