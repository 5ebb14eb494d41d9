package io.jenkins.plugins.securityspacedns.http;

import java.util.Optional;
import java.util.function.Function;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/**
 * Tells a proxy its user and password, once: if it refuses them, it would refuse them again.
 *
 * @param authorization the value of the header {@code Proxy-Authorization} for a URL of this scheme, if there is one
 */
public record ProxyAuthenticator(Function<String, Optional<String>> authorization) implements Authenticator {

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    /** {@return the request with the user and password, or null if there are none or they are not for who asks} */
    @Override
    public Request authenticate(Route route, Response response) {
        Request request = response.request();
        // Through a tunnel it is the server that answers: it may not learn them.
        boolean byServer = request.isHttps() && !request.method().equals("CONNECT");
        if (byServer || request.header(PROXY_AUTHORIZATION) != null) {
            return null;
        }
        return authorization
                .apply(request.url().scheme())
                .map(value ->
                        request.newBuilder().header(PROXY_AUTHORIZATION, value).build())
                .orElse(null);
    }
}
