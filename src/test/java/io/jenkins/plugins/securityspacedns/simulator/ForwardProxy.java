package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP proxy on loopback: it forwards requests in absolute form (RFC 9112, section 3.2.2) and makes tunnels (RFC 9110,
 * section 9.3.6).
 */
public final class ForwardProxy implements AutoCloseable {

    private final SocketServer server = new SocketServer(0, this::handle);
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final BasicCredentials wanted;

    /** @param wanted the user and password to ask for, or null to ask for none */
    private ForwardProxy(BasicCredentials wanted) {
        this.wanted = wanted;
    }

    /** {@return a running proxy for everybody} */
    public static ForwardProxy open() {
        return new ForwardProxy(null);
    }

    /**
     * A running proxy that asks for Basic authentication.
     *
     * @param user the only user it lets pass
     * @param password the user's password
     * @return the proxy
     */
    public static ForwardProxy asking(String user, String password) {
        return new ForwardProxy(new BasicCredentials(user, password));
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return server.port();
    }

    /** {@return all requests in the order of their arrival, also those that were refused; of a tunnel its CONNECT alone} */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    private void handle(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        Optional<ReceivedRequest> request =
                new RequestReader(in, out, Clock.systemUTC(), false, client.getInetAddress()).next();
        if (request.isEmpty()) {
            return;
        }
        requests.add(request.get());
        if (!mayPass(request.get())) {
            out.write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
                            + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(ISO_8859_1));
        } else if (request.get().method().equals("CONNECT")) {
            tunnel(request.get().target(), in, out);
        } else {
            forward(request.get(), out);
        }
    }

    private boolean mayPass(ReceivedRequest request) {
        return wanted == null
                || request.header("Proxy-Authorization")
                        .flatMap(BasicCredentials::parse)
                        .filter(wanted::equals)
                        .isPresent();
    }

    private static void tunnel(String authority, InputStream in, OutputStream out) throws IOException {
        URI target = URI.create("//" + authority);
        try (Socket origin = new Socket(target.getHost(), target.getPort())) {
            out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
            Thread back = new Thread(() -> copyToTheEnd(origin, out), "proxy tunnel");
            back.setDaemon(true);
            back.start();
            in.transferTo(origin.getOutputStream());
        }
    }

    private static void copyToTheEnd(Socket from, OutputStream to) {
        try (to) {
            from.getInputStream().transferTo(to);
        } catch (IOException oneSideIsGone) {
            // Closing the other side ends the tunnel.
        }
    }

    private static void forward(ReceivedRequest request, OutputStream out) throws IOException {
        URI target = URI.create(request.target());
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        Stream<String> headers = request.headers().stream()
                .filter(line -> !line.regionMatches(true, 0, "Proxy-", 0, 6))
                .filter(line -> !line.regionMatches(true, 0, "Connection:", 0, 11));
        String head = Stream.concat(
                        Stream.of(request.method() + ' ' + target.getRawPath() + query + " HTTP/1.1"),
                        Stream.concat(headers, Stream.of("Connection: close")))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
        try (Socket origin = new Socket(target.getHost(), target.getPort())) {
            origin.getOutputStream().write((head + request.body()).getBytes(ISO_8859_1));
            origin.getInputStream().transferTo(out);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
