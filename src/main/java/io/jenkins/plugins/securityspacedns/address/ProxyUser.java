package io.jenkins.plugins.securityspacedns.address;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The user and password for the proxy of this JVM: the system properties {@code https.proxyUser} and {@code
 * https.proxyPassword} for HTTPS, {@code http.proxyUser} and {@code http.proxyPassword} for HTTP. The JDK has properties
 * for the host and the port alone.
 */
public final class ProxyUser {

    private static final String HEADER = "Proxy-Authorization";

    private ProxyUser() {}

    /**
     * Tells them as a header, which goes along at once: a proxy that refuses them hears them once.
     *
     * @param scheme of the URL that is asked for, {@code http} or {@code https}
     * @return the value of the header {@code Proxy-Authorization} (RFC 7617, UTF-8), a secret; empty if no user is set
     */
    public static Optional<String> authorization(String scheme) {
        String user = System.getProperty(scheme + ".proxyUser", "");
        String credentials = user + ":" + System.getProperty(scheme + ".proxyPassword", "");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the header to a request unless its proxy is another one. The client keeps it from all but the proxy. */
    static void tell(HttpClient client, String url, HttpRequest.Builder request) {
        if (client.proxy().isEmpty()) {
            authorization(URI.create(url).getScheme()).ifPresent(value -> request.header(HEADER, value));
        }
    }
}
