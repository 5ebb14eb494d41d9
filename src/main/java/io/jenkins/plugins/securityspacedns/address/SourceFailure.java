package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a few plain words why a source did not answer. Where the detection runs, the failure is only named by its class,
 * so that this class and its words need not travel there.
 */
final class SourceFailure {

    /** What is told of a source that did not answer in time. */
    static final String NO_ANSWER = "TimeoutException: null";

    /** The most that is shown, in characters. */
    private static final int LONGEST = 200;

    private static final Pattern NAMED = Pattern.compile("(\\w+(?:Exception|Error)): (.*)", Pattern.DOTALL);

    private SourceFailure() {}

    /** {@return why a source gave no address, without a full stop; what was told of it is trusted in nothing} */
    static String words(DetectionPlan plan, String source, String failure) {
        Matcher named = NAMED.matcher(failure);
        if (!named.matches()) {
            return Printable.line(failure.substring(0, Math.min(LONGEST, failure.length())));
        }
        String message = named.group(2).equals("null") ? "the connection failed" : Printable.excerpt(named.group(2));
        return message.endsWith("timed out")
                ? noAnswer(plan)
                : switch (named.group(1)) {
                    case "TimeoutException", "HttpTimeoutException", "SocketTimeoutException" -> noAnswer(plan);
                    case "ClassNotFoundException", "NoClassDefFoundError" ->
                        "the Java that asks has no DNS client; it needs the module jdk.naming.dns";
                    case "UnresolvedAddressException", "UnknownHostException" -> "cannot resolve " + host(plan, source);
                    // The HTTP client tells no other cause of a refused connection than that its channel is closed.
                    case "ClosedChannelException", "PortUnreachableException" -> "connection refused";
                    case "EOFException" -> "it closed the connection without an answer";
                    case "NameNotFoundException" -> "the resolver answered NXDOMAIN";
                    case "ServiceUnavailableException" -> "the resolver answered SERVFAIL";
                    case "OperationNotSupportedException" -> "the resolver answered REFUSED";
                    case "SunCertPathBuilderException" -> "its TLS certificate is not trusted";
                    default ->
                        named.group(1).matches("SSL.*|Cert.*") ? "TLS failed: " + lower(message) : lower(message);
                };
    }

    private static String noAnswer(DetectionPlan plan) {
        return "no answer within " + Double.toString(plan.deadline() / 1000.0).replaceFirst("\\.0$", "") + " s";
    }

    /** The host that the connection goes to: the proxy if there is one, else that of the source. */
    private static String host(DetectionPlan plan, String source) {
        URI uri = URI.create(source);
        boolean proxied = plan.proxy != null && !uri.getScheme().equalsIgnoreCase("dns");
        return proxied && plan.proxy.select(uri).get(0).address() instanceof InetSocketAddress proxy
                ? "the proxy " + proxy.getHostString()
                : uri.getHost();
    }

    private static String lower(String message) {
        return message.matches("(?s)[A-Z][a-z].*")
                ? Character.toLowerCase(message.charAt(0)) + message.substring(1)
                : message;
    }
}
