package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.address.ProxyUser;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Tells a proxy the user and password that the JVM was started with. */
final class ProxyAuthenticator implements Authenticator {

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    /** {@return the request with the user and password, or null if there are none or the proxy refused them} */
    @Override
    public Request authenticate(Route route, Response response) {
        Request request = response.request();
        // Through a tunnel it is the server that answers: it may not learn them.
        boolean byServer = request.isHttps() && !request.method().equals("CONNECT");
        if (byServer || request.header(PROXY_AUTHORIZATION) != null) {
            return null;
        }
        return ProxyUser.authorization(request.url().scheme())
                .map(value ->
                        request.newBuilder().header(PROXY_AUTHORIZATION, value).build())
                .orElse(null);
    }
}
