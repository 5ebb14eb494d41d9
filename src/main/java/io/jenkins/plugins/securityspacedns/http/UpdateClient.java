package io.jenkins.plugins.securityspacedns.http;

import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Sends update requests to one endpoint, each exactly once and on a connection of its own. Proxy, trust and name resolution are those of the client it
 * is given; redirects are never followed and credentials are sent to the endpoint alone.
 */
public final class UpdateClient {

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    /** Daemon threads, so that a command line program ends when its work is done. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "SecuritySpace DNS request");
        thread.setDaemon(true);
        return thread;
    });

    private final OkHttpClient client;
    private final Endpoint endpoint;
    private final Method method;
    private final String userAgent;

    /**
     * @param base the client whose proxy, trust and name resolution are used
     * @param endpoint where requests go
     * @param method how they are sent
     * @param connectDeadline how long making a connection may take
     * @param userAgent the product that requests name as their sender (RFC 9110, section 10.1.5)
     */
    public UpdateClient(
            OkHttpClient base, Endpoint endpoint, Method method, Duration connectDeadline, String userAgent) {
        this.endpoint = endpoint;
        this.method = method;
        this.userAgent = userAgent;
        this.client = base.newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectTimeout(connectDeadline)
                // One deadline for all, held in send(), instead of one for every single read and write.
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // It keeps no connection: a server may close an idle one at any moment, and the request that meets that
                // would be lost. OkHttp checks connections in use after each such time: a short one keeps a processor
                // busy.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .addNetworkInterceptor(Exchange::intercept)
                .build();
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param request what to send
     * @param account who sends it
     * @param deadline how long everything may take, from the name look-up to the end of the answer
     * @return what came of it
     * @throws InterruptedException if the thread was interrupted; the request is given up at once
     */
    public Reply send(UpdateRequest request, Account account, Duration deadline) throws InterruptedException {
        return send(request.parameters(), account, deadline);
    }

    /**
     * As {@link #send}, but without parameters, which changes nothing: by the protocol specification the server answers
     * {@code nohost} if it takes the credentials.
     */
    public Reply probe(Account account, Duration deadline) throws InterruptedException {
        return send("", account, deadline);
    }

    private Reply send(String parameters, Account account, Duration deadline) throws InterruptedException {
        Exchange exchange = new Exchange(endpoint, account.authorization());
        Call call = client.newCall(httpRequest(parameters, account, exchange));
        Future<Reply> reply = THREADS.submit(() -> exchange.execute(call));
        try {
            return reply.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return exchange.expired(deadline);
        } catch (ExecutionException e) {
            return exchange.failed(e.getCause());
        } finally {
            call.cancel();
        }
    }

    private Request httpRequest(String parameters, Account account, Exchange exchange) {
        HttpUrl url = endpoint.url();
        Request.Builder http = new Request.Builder();
        if (method == Method.POST) {
            http.url(url).post(RequestBody.create(parameters.getBytes(StandardCharsets.US_ASCII), FORM));
        } else {
            http.url(
                    parameters.isEmpty()
                            ? url
                            : url.newBuilder().encodedQuery(parameters).build());
        }
        return http.header("Authorization", account.authorization())
                .header("User-Agent", userAgent)
                .header("Connection", "close")
                .tag(Exchange.class, exchange)
                .build();
    }

    /** How an update request is sent: the protocol specification allows both. */
    public enum Method {
        /** Parameters in the query. */
        GET,
        /** The same parameters as a form in the body. */
        POST
    }
}
