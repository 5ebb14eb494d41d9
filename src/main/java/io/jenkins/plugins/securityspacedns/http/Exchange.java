package io.jenkins.plugins.securityspacedns.http;

import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.protocol.ServerAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One request under way: how far it has come, and what that means if it comes no further. */
final class Exchange {

    /** No answer to an update is longer: 1,000 hosts take less than that. */
    private static final int MOST_BYTES = 64 * 1024;

    /** Proxies alone answer so (RFC 9110, section 15.5.8). */
    private static final int PROXY_AUTHENTICATION = 407;

    /** What OkHttp says if a proxy answers so to the request for a tunnel. */
    private static final String TUNNEL_REFUSED = "Failed to authenticate with proxy";

    private static final String RETRY_AFTER = "Retry-After";

    private final Endpoint endpoint;
    private final String credentials;
    private volatile boolean connected;
    private volatile boolean answering;
    private volatile Optional<String> retryAfter = Optional.empty();

    /** @param authorization the header of that name, which is not shown even if the server sends it back */
    Exchange(Endpoint endpoint, String authorization) {
        this.endpoint = endpoint;
        this.credentials = authorization.substring(authorization.indexOf(' ') + 1);
    }

    /**
     * Watches a request on its connection. It takes {@code Retry-After} out of the response, because OkHttp would repeat
     * a request by itself that is answered with 503 and {@code Retry-After: 0}.
     */
    static Response intercept(Interceptor.Chain chain) throws IOException {
        Exchange exchange = Objects.requireNonNull(chain.request().tag(Exchange.class));
        exchange.connected = true;
        Response response = chain.proceed(chain.request());
        exchange.retryAfter = Optional.ofNullable(response.header(RETRY_AFTER));
        exchange.answering = response.code() != PROXY_AUTHENTICATION;
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    /**
     * Sends the request and reads the answer.
     *
     * @throws IOException if there is no whole answer; {@link #failed} says what that means
     */
    Reply execute(Call call) throws IOException {
        try (Response response = call.execute()) {
            if (response.code() == PROXY_AUTHENTICATION) {
                return refusedByProxy();
            }
            BufferedSource source = response.body().source();
            Buffer body = new Buffer();
            while (body.size() <= MOST_BYTES && source.read(body, MOST_BYTES + 1L - body.size()) != -1) {
                continue;
            }
            if (body.size() > MOST_BYTES) {
                call.cancel(); // or closing would go on reading
                return damaged("is longer than " + MOST_BYTES + " bytes");
            }
            String text = withoutCredentials(body.readString(StandardCharsets.ISO_8859_1));
            return new Reply.Whole(
                    new ServerAnswer(response.code(), text.getBytes(StandardCharsets.ISO_8859_1)), retryAfter);
        }
    }

    /** The reply if the time is up. */
    Reply expired(Duration deadline) {
        String within = " within " + deadline.plusMillis(999).toSeconds() + " s";
        return answering
                ? damaged("did not end" + within)
                : none("There was no answer from " + endpoint.origin() + within + ".");
    }

    /** The reply if {@link #execute} failed. */
    Reply failed(Throwable failure) {
        if (answering) {
            return damaged("ended too early (" + describe(failure) + ")");
        }
        if (TUNNEL_REFUSED.equals(failure.getMessage())) {
            return refusedByProxy();
        }
        if (failure instanceof UnknownHostException) {
            return new Reply.None(true, unresolved(failure));
        }
        if (failure instanceof SSLException) {
            return none("No secure connection to " + endpoint.origin() + ": " + insecurity(failure) + ".");
        }
        if (!connected && isOfConnecting(failure)) {
            return new Reply.None(
                    true,
                    "No connection to " + endpoint.origin() + ": " + describe(failure)
                            + (failure.getCause() == null ? "." : ": " + describe(failure.getCause()) + "."));
        }
        return none("There was no answer from " + endpoint.origin() + ": " + describe(failure) + ".");
    }

    /** The name that was looked up is that of the endpoint or of a proxy; the failure's message begins with it. */
    private String unresolved(Throwable failure) {
        String host = endpoint.url().host();
        String message = Objects.toString(failure.getMessage(), host);
        return message.contains(host)
                ? "The name " + host + " cannot be resolved."
                : "The name " + Printable.excerpt(message.split(":", 2)[0]) + " of the proxy on the way to "
                        + endpoint.origin() + " cannot be resolved.";
    }

    private String insecurity(Throwable failure) {
        String certificate = "the certificate of " + endpoint.url().host();
        if (failure instanceof SSLPeerUnverifiedException) {
            return certificate + " is for another host";
        }
        List<Throwable> causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        Throwable root = causes.get(causes.size() - 1);
        if (causes.stream().noneMatch(CertificateException.class::isInstance)) {
            return describe(failure);
        }
        return certificate + " is not trusted by this Java ("
                + (root instanceof CertificateExpiredException ? "it has expired; " : "") + describe(root) + ")";
    }

    private static boolean isOfConnecting(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException;
    }

    private Reply refusedByProxy() {
        return none("The proxy on the way to " + endpoint.origin() + " refused its user and password, or asks for them"
                + " (HTTP status 407). Nothing was sent on. Check the configuration of the proxy.");
    }

    private static Reply none(String reason) {
        return new Reply.None(false, reason);
    }

    private Reply damaged(String how) {
        return new Reply.Damaged(
                "The answer of " + endpoint.origin() + " " + how + ", so it confirms nothing.", retryAfter);
    }

    private String withoutCredentials(String text) {
        return text.replace(credentials, "***");
    }

    private String describe(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) {
            return "the connection failed";
        }
        return message.startsWith("unexpected end of stream")
                ? "the connection was closed"
                : Printable.excerpt(withoutCredentials(message));
    }
}
