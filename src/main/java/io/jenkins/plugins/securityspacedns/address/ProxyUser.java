package io.jenkins.plugins.securityspacedns.address;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The user and password for the proxy of this JVM: the system properties {@code https.proxyUser} and {@code
 * https.proxyPassword} for HTTPS, {@code http.proxyUser} and {@code http.proxyPassword} for HTTP. The JDK has properties
 * for the host and the port alone.
 */
public final class ProxyUser {

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
                : Optional.of("Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
