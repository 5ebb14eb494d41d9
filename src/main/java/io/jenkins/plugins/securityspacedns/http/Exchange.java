package io.jenkins.plugins.securityspacedns.http;

import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.protocol.ServerAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One request under way: how far it has come, and at the end its reply. */
final class Exchange implements Callback {

    /** No answer to an update is longer: 1,000 hosts take less than that. */
    static final int MOST_BYTES = 64 * 1024;

    /** Proxies alone answer so (RFC 9110, section 15.5.8). */
    private static final int PROXY_AUTHENTICATION = 407;

    private static final String RETRY_AFTER = "Retry-After";

    private final Endpoint endpoint;
    private final Duration deadline;
    private final String credentials;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private volatile boolean connected;
    private volatile boolean answering;
    private volatile Optional<String> retryAfter = Optional.empty();

    /** @param authorization the header of that name, which is not shown even where the server sends it back */
    Exchange(Endpoint endpoint, Duration deadline, String authorization) {
        this.endpoint = endpoint;
        this.deadline = deadline;
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
        exchange.answering = true;
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** The reply where the time is up. */
    Reply expired() {
        return answering
                ? damaged("did not end within " + deadline.toSeconds() + " s")
                : new Reply.None(
                        Reply.Stage.WAITING,
                        "There was no answer from " + endpoint.origin() + " within " + deadline.toSeconds() + " s.");
    }

    @Override
    public void onResponse(Call call, Response response) {
        reply.complete(read(call, response));
    }

    private Reply read(Call call, Response response) {
        try (response) {
            if (response.code() == PROXY_AUTHENTICATION) {
                return new Reply.None(
                        Reply.Stage.WAITING,
                        "The proxy on the way to " + endpoint.origin()
                                + " refused its user and password, or asks for them (HTTP"
                                + " status 407). Nothing was sent on. Check the configuration of the proxy.");
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
            return new Reply.Whole(new ServerAnswer(response.code(), withoutCredentials(body)), retryAfter);
        } catch (IOException e) {
            return damaged("ended too early (" + describe(e) + ")");
        }
    }

    private byte[] withoutCredentials(Buffer body) {
        return withoutCredentials(body.readString(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String withoutCredentials(String text) {
        return text.replace(credentials, "***");
    }

    private Reply damaged(String how) {
        return new Reply.Damaged(
                "The answer of " + endpoint.origin() + " " + how + ", so it confirms nothing.", retryAfter);
    }

    @Override
    public void onFailure(Call call, IOException failure) {
        reply.complete(answering ? damaged("ended too early (" + describe(failure) + ")") : none(failure));
    }

    private Reply none(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return connecting("The host name of " + endpoint.origin() + " cannot be resolved.");
        }
        if (failure instanceof SSLException) {
            return new Reply.None(
                    connected ? Reply.Stage.WAITING : Reply.Stage.SECURING,
                    "No secure connection to " + endpoint.origin() + ": " + describe(failure) + ".");
        }
        if (!connected && isOfConnecting(failure)) {
            return connecting("No connection to " + endpoint.origin() + ": " + describe(failure) + ".");
        }
        return new Reply.None(
                Reply.Stage.WAITING, "There was no answer from " + endpoint.origin() + ": " + describe(failure) + ".");
    }

    private static boolean isOfConnecting(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException;
    }

    private static Reply connecting(String reason) {
        return new Reply.None(Reply.Stage.CONNECTING, reason);
    }

    private String describe(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : Printable.excerpt(withoutCredentials(message));
    }
}
