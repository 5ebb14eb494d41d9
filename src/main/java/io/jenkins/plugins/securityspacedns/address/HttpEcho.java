package io.jenkins.plugins.securityspacedns.address;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Asks one HTTP(S) echo service. It takes status 200 and a body of at most 4 KiB that is one address or a Cloudflare
 * trace, follows no redirect, keeps no cookies and always verifies TLS.
 */
final class HttpEcho implements HttpResponse.BodySubscriber<String> {

    private static final int LARGEST_BODY = 4096;

    private final int status;
    private final int largest;
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Reads the body of a response with status 200, up to {@code largest} bytes. */
    HttpEcho(int status, int largest) {
        this.status = status;
        this.largest = largest;
    }

    /**
     * Makes a client for {@link #ask}. A connection may take {@code connectTimeout} milliseconds. If {@code proxy} is null,
     * the system properties of this JVM say how requests leave.
     */
    static HttpClient client(Executor executor, long connectTimeout, ProxySelector proxy) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(executor)
                .connectTimeout(Duration.ofMillis(connectTimeout))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        return proxy == null ? builder.build() : builder.proxy(proxy).build();
    }

    /**
     * Starts to ask, with a client from {@link #client}. The head of the response has to come within {@code timeout}
     * milliseconds. Cancelling the future closes the connection.
     */
    static CompletableFuture<HttpResponse<String>> ask(HttpClient client, String url, String userAgent, long timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMillis(timeout))
                .header("User-Agent", userAgent)
                .header("Accept", "text/plain");
        // Asked here, so that the class travels to an agent only if it has something to do there.
        if (System.getProperty("https.proxyUser") != null) {
            ProxyUser.tell(client, url, request);
        }
        return client.sendAsync(request.build(), head -> new HttpEcho(head.statusCode(), LARGEST_BODY));
    }

    /**
     * @param body a body, or the text of a TXT record; null if a proxy refused the tunnel to the source
     * @return the text that should be an address literal: of a Cloudflare trace the value of its one {@code ip=} line,
     *     else the whole without a byte order mark and white space around it
     * @throws ProtocolException for a trace without or with several {@code ip=} lines, and for no body
     */
    static String addressText(String body) throws ProtocolException {
        if (body == null) {
            throw new ProtocolException("the proxy asks for a user and password (status 407)");
        }
        String text = (body.startsWith("\ufeff") ? body.substring(1) : body).strip();
        String address = null;
        for (String line : text.split("\\R")) {
            if (!line.matches("[a-z_]+=.*")) {
                return text;
            }
            if (line.startsWith("ip=")) {
                if (address != null) {
                    throw new ProtocolException("a trace with more than one ip= line");
                }
                address = line.substring(3).strip();
            }
        }
        if (address == null) {
            throw new ProtocolException("a trace without an ip= line");
        }
        return address;
    }

    @Override
    public CompletionStage<String> getBody() {
        return body.minimalCompletionStage();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.whenComplete((text, failure) -> subscription.cancel());
        if (status == 200) {
            subscription.request(Long.MAX_VALUE);
        } else {
            String redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
            refuse("status " + status + ", not 200" + redirect);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[Math.min(buffer.remaining(), largest + 1 - bytes.size())];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        if (bytes.size() > largest) {
            refuse("the body is larger than " + largest / 1024 + " KiB");
        }
    }

    private void refuse(String why) {
        body.completeExceptionally(new ProtocolException(why));
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
