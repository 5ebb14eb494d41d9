package io.jenkins.plugins.securityspacedns.config;

import hudson.PluginWrapper;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.securityspacedns.address.ProxySettings;
import io.jenkins.plugins.securityspacedns.http.ProxyAuthenticator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** HTTP as this Jenkins does it. */
final class JenkinsHttp {

    private static final OkHttpClient BASE = new OkHttpClient();

    private JenkinsHttp() {}

    /** A client that honours the proxy of Jenkins, its user and password, and the hosts that it is not for. */
    static OkHttpClient client() {
        ProxyConfiguration proxy = proxy();
        if (proxy == null) {
            return BASE;
        }
        OkHttpClient.Builder client = BASE.newBuilder().proxySelector(settings(proxy));
        if (Util.fixEmptyAndTrim(proxy.getUserName()) != null) {
            String credentials = Credentials.basic(proxy.getUserName(), Secret.toString(proxy.getSecretPassword()));
            client.proxyAuthenticator(new ProxyAuthenticator(scheme -> Optional.of(credentials)));
        }
        return client.build();
    }

    /** {@return product and version (RFC 9110, section 10.1.5), with where to learn more} */
    static String userAgent() {
        PluginWrapper plugin = Jenkins.get().getPluginManager().whichPlugin(JenkinsHttp.class);
        // The version of a development build goes on with who built it where.
        String version = plugin == null ? "dev" : plugin.getVersion().split(" ")[0];
        return "securityspace-dns/" + version + " (https://plugins.jenkins.io/securityspace-dns)";
    }

    /** The proxy as plain values that may go to an agent, without its user and password; null if there is none. */
    static ProxySettings proxyForSources() {
        ProxyConfiguration proxy = proxy();
        return proxy == null ? null : settings(proxy);
    }

    private static ProxySettings settings(ProxyConfiguration proxy) {
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
}
