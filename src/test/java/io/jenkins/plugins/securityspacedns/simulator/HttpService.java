package io.jenkins.plugins.securityspacedns.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Speaks HTTP/1.1 with keep-alive on a connection, in plain text or, with a context, in TLS. */
final class HttpService implements SocketServer.ConnectionHandler {

    private final Site site;
    private final Clock clock;
    private final SSLContext tls;

    /** @param tls null for plain text */
    HttpService(Site site, Clock clock, SSLContext tls) {
        this.site = site;
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public void handle(Socket raw) throws IOException {
        // TLS is layered over the plain socket, so that a fault can reset the connection without a TLS farewell.
        try (Socket socket = tls == null ? raw : tls.getSocketFactory().createSocket(raw, null, true)) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            RequestReader reader =
                    new RequestReader(in, socket.getOutputStream(), clock, tls != null, raw.getInetAddress());
            serve(reader, in, socket, raw);
        }
    }

    private void serve(RequestReader reader, InputStream in, Socket socket, Socket raw) throws IOException {
        try {
            boolean more = true;
            while (more) {
                Optional<ReceivedRequest> request = reader.next();
                if (request.isEmpty()) {
                    return;
                }
                Exchange exchange = new Exchange(request.get(), in, socket.getOutputStream(), raw, site);
                site.handle(exchange);
                more = exchange.keepsConnection();
            }
        } catch (ProtocolException e) {
            Answer answer = Answer.text(400, e.getMessage() + '\n', "Connection: close");
            socket.getOutputStream().write(answer.head(answer.lengthLine()));
            socket.getOutputStream().write(answer.body());
            // Unread bytes would turn the close into a reset, and the client might not see the answer.
            in.skipNBytes(in.available());
        }
    }
}
