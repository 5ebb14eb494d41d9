package io.jenkins.plugins.securityspacedns.http;

import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where update requests go: an HTTP or HTTPS URL without user information, query and fragment. */
public final class Endpoint {

    /** The secure server that the protocol specification names. */
    public static final Endpoint DEFAULT = parse("https://secure1.securityspace.com/dns/dynamic.html");

    /** The servers that the protocol specification names: they have the same accounts. */
    private static final Set<String> SECURITYSPACE = Set.of("secure1.securityspace.com", "www.securityspace.com");

    private static final Pattern LOOPBACK =
            Pattern.compile("(.*\\.)?localhost|::1|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}");

    private final HttpUrl url;

    private Endpoint(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads an endpoint.
     *
     * @param text the URL
     * @return the endpoint
     * @throws InvalidInputException if this is not such a URL
     */
    public static Endpoint parse(String text) {
        String stripped = text.strip();
        HttpUrl url;
        try {
            URI uri = new URI(stripped);
            url = uri.getRawAuthority() == null ? null : HttpUrl.get(uri); // OkHttp takes the path for the host
        } catch (URISyntaxException | NumberFormatException e) { // the JDK throws either for an IPv6 address
            url = null;
        }
        if (url == null) {
            throw invalid(
                    stripped,
                    "is not an HTTP or HTTPS URL. Write it like "
                            + "https://secure1.securityspace.com/dns/dynamic.html");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new InvalidInputException(
                    "The endpoint contains a user name or password. Give credentials apart from the URL.");
        }
        if (url.query() != null || url.fragment() != null) {
            throw invalid(stripped, "contains a query or a fragment. Give the URL up to its path");
        }
        return new Endpoint(url);
    }

    private static InvalidInputException invalid(String text, String problem) {
        return new InvalidInputException("The endpoint \"" + Printable.excerpt(text) + "\" " + problem + ".");
    }

    /**
     * {@return the service that knows the accounts, as {@code scheme://host:port/path}; the same for every endpoint of
     * SecuritySpace itself, secure or not}
     */
    public String service() {
        boolean isSecuritySpace = SECURITYSPACE.contains(url.host())
                && url.port() == HttpUrl.defaultPort(url.scheme())
                && url.encodedPath().equals(DEFAULT.url.encodedPath());
        return isSecuritySpace ? DEFAULT.origin() + DEFAULT.url.encodedPath() : origin() + url.encodedPath();
    }

    /** {@return scheme, host and port, such as {@code https://secure1.securityspace.com:443}} */
    String origin() {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return url.scheme() + "://" + host + ":" + url.port();
    }

    /** {@return whether requests, and with them the password, would go over the network unencrypted} */
    public boolean isPlainHttp() {
        return !url.isHttps();
    }

    /**
     * {@return whether the endpoint is on this very machine: a loopback address (RFC 1122, section 3.2.1.3; RFC 4291,
     * section 2.5.3) or the name {@code localhost} (RFC 6761, section 6.3)}
     */
    public boolean isLoopback() {
        return LOOPBACK.matcher(url.host()).matches();
    }

    /**
     * How long the parameters of a request may be, so that its request line stays within a size.
     *
     * @param method how the request is sent; the form of a {@code POST} gets the same room, so that the method does not
     *     change which hosts share a request
     * @param requestLine the longest request line, in bytes
     * @return bytes that are left for the parameters
     */
    public int roomForParameters(Method method, int requestLine) {
        // A proxy is sent the whole URL of a plain HTTP request (RFC 9112, section 3.2.2).
        String target = isPlainHttp() ? url.toString() : url.encodedPath();
        return requestLine - (method + " " + target + "? HTTP/1.1\r\n").length();
    }

    HttpUrl url() {
        return url;
    }

    /** {@return the URL} */
    @Override
    public String toString() {
        return url.toString();
    }
}
