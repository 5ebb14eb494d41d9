package io.jenkins.plugins.securityspacedns.config;

import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.securityspacedns.address.ProxySettings;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** HTTP as this Jenkins does it. */
final class JenkinsHttp {

    private static final OkHttpClient BASE = new OkHttpClient();
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private JenkinsHttp() {}

    /** A client that honours the proxy of Jenkins, its user and password, and the hosts that it is not for. */
    static OkHttpClient client() {
        ProxyConfiguration proxy = proxy();
        if (proxy == null) {
            return BASE;
        }
        OkHttpClient.Builder client = BASE.newBuilder().proxySelector(new Selector(proxy));
        if (Util.fixEmptyAndTrim(proxy.getUserName()) != null) {
            client.proxyAuthenticator(authenticator(proxy));
        }
        return client.build();
    }

    private static Authenticator authenticator(ProxyConfiguration proxy) {
        String credentials = Credentials.basic(proxy.getUserName(), Secret.toString(proxy.getSecretPassword()));
        // Credentials that were refused once would be refused again.
        return (route, response) -> response.request().header(PROXY_AUTHORIZATION) != null
                ? null
                : response.request()
                        .newBuilder()
                        .header(PROXY_AUTHORIZATION, credentials)
                        .build();
    }

    /** The proxy as plain values for an agent, without its user and password; null if there is none. */
    static ProxySettings proxyForSources() {
        ProxyConfiguration proxy = proxy();
        if (proxy == null) {
            return null;
        }
        List<String> noProxy = Arrays.stream(
                        Util.fixNull(proxy.getNoProxyHost()).split("[ \t\n,|]+"))
                .filter(host -> !host.isEmpty())
                .toList();
        return new ProxySettings(proxy.getName(), proxy.getPort(), noProxy);
    }

    private static ProxyConfiguration proxy() {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        return proxy == null || Util.fixEmptyAndTrim(proxy.getName()) == null ? null : proxy;
    }

    /** Chooses as Jenkins does for each host. */
    private static final class Selector extends ProxySelector {

        private final ProxyConfiguration proxy;

        Selector(ProxyConfiguration proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy.createProxy(uri.getHost()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // There is no second proxy to choose.
        }
    }
}
