package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP proxy on the way to HTTP(S) sources, as plain values that travel to an agent. There is no user name or
 * password among them: a proxy that asks for one makes the source fail. DNS sources never use it.
 */
public final class ProxySettings extends ProxySelector implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final ArrayList<String> noProxy;

    /**
     * @param host the host name or address of the proxy, without a scheme
     * @param port its TCP port, 1 to 65535
     * @param noProxy patterns of hosts that are asked directly, as Jenkins has them: {@code *} stands for any text, as
     *     in {@code *.example.com} and {@code 10.*}; case does not matter
     * @throws io.jenkins.plugins.securityspacedns.protocol.InvalidInputException if the host or the port cannot be one
     */
    public ProxySettings(String host, int port, List<String> noProxy) {
        DetectionChecks.requireProxy(host, port);
        this.host = host;
        this.port = port;
        this.noProxy = new ArrayList<>(noProxy);
    }

    /** {@return the proxy, or {@link Proxy#NO_PROXY} if the host of the URI matches a pattern} */
    @Override
    public List<Proxy> select(URI uri) {
        // A host that is no host name by RFC 2396, such as one with an underscore, is none for Java.
        String target = String.valueOf(uri.getHost()).replaceAll("[\\[\\]]", "");
        for (String pattern : noProxy) {
            String regex = "(?i)\\Q" + pattern.strip().replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E";
            if (target.matches(regex)) {
                return List.of(Proxy.NO_PROXY);
            }
        }
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    /** Does nothing: there is one proxy, and the source that it fails for says so. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The failure reaches the caller by itself.
    }

    /** {@return the proxy as {@code host:port}, with the patterns of hosts that are asked directly if there are any} */
    @Override
    public String toString() {
        return host + ':' + port + (noProxy.isEmpty() ? "" : ", not for " + String.join(" ", noProxy));
    }
}
