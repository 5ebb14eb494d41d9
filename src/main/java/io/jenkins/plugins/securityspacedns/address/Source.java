package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place that tells the public address, read from its spec. A spec is
 *
 * <ul>
 *   <li>the {@code https:} (or {@code http:}) URL of an echo service,
 *   <li>a DNS question to a resolver as RFC 4501 writes it, such as {@code dns://208.67.222.222/myip.opendns.com?type=A},
 *       of type {@code A}, {@code AAAA} or {@code TXT},
 *   <li>{@code interface:} or {@code interface:NAME}, the address of the machine itself,
 *   <li>{@code upnp:}, or {@code natpmp://ADDRESS} with the address of the router in its own network: the address of the router,
 *   <li>the URL of a page with a text fragment, such as {@code http://192.168.1.1/status#:~:text=WAN%20IP}: the first address
 *       after that text. Plain HTTP goes to a private address only, or
 *   <li>an address literal, a fixed value.
 * </ul>
 */
public final class Source {

    /** The operator of all that tells the address of the router: one answer, however it is asked. */
    static final String ROUTER = "the router";

    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9._:@-]{0,64}");
    private static final Pattern TEXT_FRAGMENT = Pattern.compile(":~:text=(?!(?:%20)*$)[^,&]+");
    private static final Pattern NEARBY =
            Pattern.compile(": (?:private-use|unique-local|link-local|loopback|shared address space) ");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,2000}");
    private static final Pattern USER_INFO = Pattern.compile("[^/?#]*//[^/?#]*@.*", Pattern.DOTALL);
    private static final Pattern DNS_NAME = Pattern.compile("/[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?");
    /** The last two labels, or three after a second one that a registry of a country shares out. */
    private static final Pattern DOMAIN =
            Pattern.compile("[^.]+\\.(?:(?:ac|co|com|edu|go|gov|ne|net|or|org)\\.[a-z]{2}|[^.]+)$");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

    private final String spec;
    private final IpAddress fixed;
    private final URI uri;
    private final String scheme;

    private Source(String spec, IpAddress fixed, URI uri) {
        this.spec = spec;
        this.fixed = fixed;
        this.uri = uri;
        this.scheme = fixed == null && uri.getScheme() != null ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
    }

    /**
     * Reads a spec. Plain HTTP is read like HTTPS; a caller that takes specs from users calls {@link #refusePlainHttp()} too.
     *
     * @param text the spec; white space around it is ignored
     * @return the source
     * @throws InvalidInputException if the text is not a spec, or one with a user, a password or a fragment
     */
    public static Source parse(String text) {
        String spec = text.strip();
        if (AddressRules.literal(spec) != null) {
            return new Source(spec, IpAddress.parse(spec), null);
        }
        if (USER_INFO.matcher(spec).matches()) {
            throw new InvalidInputException(
                    "A source must not name a user or a password, and this one has an \"@\" before its host.");
        }
        Source source = new Source(spec, null, uri(spec));
        source.check();
        return source;
    }

    private static URI uri(String spec) {
        if (!VISIBLE.matcher(spec).matches()) {
            throw refused(spec, "it has to be 1 to 2,000 visible ASCII characters");
        }
        try {
            // A URI must have something after its scheme.
            return spec.endsWith(":") ? new URI(spec + '/') : new URI(spec);
        } catch (URISyntaxException | NumberFormatException e) { // the JDK throws either for an IPv6 address
            throw refused(spec, "it is neither a URL nor an IP address");
        }
    }

    private void check() {
        if (scheme.equals("interface")) {
            if (!INTERFACE.matcher(spec.substring("interface:".length())).matches()) {
                throw refused(spec, "after interface: goes the name of a network interface, such as eth0, or nothing");
            }
            return;
        }
        if (scheme.equals("upnp")) {
            if (spec.length() > "upnp:".length()) {
                throw refused(spec, "nothing goes after upnp: because all routers of the network are asked");
            }
            return;
        }
        if (!List.of("https", "http", "dns", "natpmp").contains(scheme)) {
            throw refused(
                    spec,
                    "it is none of https:, http:, dns:, interface:, upnp: and natpmp:, and not an IP address either");
        }
        if (uri.getHost() == null) {
            throw refused(spec, "it has no host, or one that is not a host name with an optional port");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw refused(spec, "its port is not between 1 and 65535");
        }
        if (isPage()) {
            checkPage();
        }
        if (scheme.equals("natpmp")
                && !(host().indexOf(':') < 0 && isPrivate() && spec.endsWith(uri.getRawAuthority()))) {
            throw refused(
                    spec,
                    "write natpmp://ADDRESS with the private IPv4 address of the router, such as natpmp://192.168.1.1");
        }
        if (scheme.equals("dns")) {
            String path = uri.getRawPath();
            if (!DNS_NAME.matcher(path).matches() || path.length() > 254) {
                throw refused(spec, "it asks for no DNS name; write dns://RESOLVER/NAME?type=A");
            }
            checkParameter("TYPE=", "A, AAAA, TXT");
            checkParameter("CLASS=", "IN");
        }
    }

    private void checkPage() {
        if (!scheme.startsWith("http")
                || !TEXT_FRAGMENT.matcher(uri.getRawFragment()).matches()) {
            throw refused(
                    spec,
                    "after \"#\" goes the text before the address on a web page, as #:~:text=WAN%20IP with %2C for"
                            + " \",\" and %26 for \"&\"");
        }
        if (scheme.equals("http") && !isPrivate()) {
            throw refused(spec, "a page is read over plain HTTP at a private address only, such as 192.168.1.1");
        }
    }

    /** Whether the host is an address in a network nearby. */
    private boolean isPrivate() {
        String literal = host().replaceAll("[\\[\\]]", "");
        return AddressRules.literal(literal) != null
                && NEARBY.matcher(AddressRules.notice(IpAddress.parse(literal)).orElse(""))
                        .find();
    }

    private boolean isPage() {
        return uri.getRawFragment() != null;
    }

    private void checkParameter(String key, String known) {
        String word = null;
        String query = uri.getRawQuery();
        for (String part :
                query == null ? new String[0] : query.toUpperCase(Locale.ROOT).split(";", -1)) {
            if (part.startsWith(key) && word == null) {
                word = part.substring(key.length());
            } else if (part.startsWith(key) || !part.startsWith("TYPE=") && !part.startsWith("CLASS=")) {
                throw refused(spec, "after \"?\" goes one type=… and one class=…, with a \";\" between them");
            }
        }
        if (key.equals("CLASS=") && "CH".equals(word)) {
            throw refused(
                    spec,
                    "class CH is no longer asked; remove this source, or ask a name of class IN such as"
                            + " dns://208.67.222.222/myip.opendns.com?type=A");
        }
        if (word != null && !List.of(known.split(", ")).contains(word)) {
            throw refused(spec, key + word + " is not known; known are " + known);
        }
    }

    private static InvalidInputException refused(String spec, String why) {
        return new InvalidInputException("\"" + Printable.excerpt(spec) + "\" cannot be a source: " + why + ".");
    }

    /**
     * Who runs the source. Sources of one operator count once, because they fail or lie together. An operator that is not
     * known by name is the host, or the domain that the host was registered under, whatever the scheme, port and path. On
     * loopback it is the port: what listens there belongs to different programs.
     *
     * @return the name of a known operator, else the address, domain, or port on loopback
     */
    public String operator() {
        if (fixed != null) {
            return "given: " + fixed;
        }
        if (scheme.equals("interface")) {
            return "this machine";
        }
        if (scheme.equals("upnp") || scheme.equals("natpmp") || isPage() && isPrivate()) {
            return ROUTER;
        }
        if (uri.getRawPath().equals("/cdn-cgi/trace")) {
            return "Cloudflare";
        }
        String host = host();
        return isLoopback()
                ? "loopback:" + port()
                : KnownSources.operatorOf(host).orElseGet(() -> domain(host));
    }

    /** The host in one spelling. */
    private String host() {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        String literal = host.replaceAll("[\\[\\]]", "");
        return host.startsWith("[") && AddressRules.literal(literal) != null
                ? "[" + IpAddress.parse(literal) + "]"
                : host;
    }

    private static String domain(String host) {
        Matcher domain = DOMAIN.matcher(host);
        return AddressRules.literal(host) == null && domain.find() ? domain.group() : host;
    }

    private int port() {
        return uri.getPort() >= 0 ? uri.getPort() : scheme.equals("dns") ? 53 : scheme.equals("https") ? 443 : 80;
    }

    private boolean isLoopback() {
        return LOOPBACK.matcher(host()).matches();
    }

    /** {@return whether this is an {@code http:} URL of a machine far away: anybody on the way can forge its answer} */
    public boolean isPlainHttp() {
        return scheme.equals("http") && !isPage() && !isLoopback();
    }

    /**
     * For callers that allow plain HTTP on loopback addresses only.
     *
     * @return this source
     * @throws InvalidInputException if {@link #isPlainHttp()}
     */
    public Source refusePlainHttp() {
        if (isPlainHttp()) {
            throw refused(spec, "it is plain HTTP, and anybody on the way can forge the answer; use https:");
        }
        return this;
    }

    /** {@return the spec as it was written, without white space around it} */
    public String spec() {
        return spec;
    }

    /** {@return the spec, and for a known service its operator in parentheses} */
    @Override
    public String toString() {
        String operator = operator();
        return KnownSources.isOperator(operator) ? spec + " (" + operator + ")" : spec;
    }

    /** The fixed value, or empty if there is a URI. */
    Optional<IpAddress> fixed() {
        return Optional.ofNullable(fixed);
    }
}
