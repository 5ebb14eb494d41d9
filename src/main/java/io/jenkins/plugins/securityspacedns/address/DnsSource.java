package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Hashtable;
import java.util.Locale;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** One DNS question for an address, which the DNS client of the JDK asks (its module {@code jdk.naming.dns}). */
final class DnsSource {

    /** How often a question is sent. The first wait is a fifteenth of the whole time, and each is twice the one before. */
    private static final int TRIES = 4;

    private static final long LONGEST_FIRST_WAIT = 2000;

    private DnsSource() {}

    /**
     * Asks the resolver and nobody else, for one address or the text of one TXT record. A name of a resolver is looked
     * up by the operating system, and that may hang.
     */
    static String ask(URI uri, DetectionPlan plan) throws IOException, NamingException {
        // What a program has set up for JNDI, and what it could find in its class path, is not for this question.
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns://" + resolver(uri, plan.isIpv6()));
        long firstWait = 1 + Math.min(plan.deadline() / ((1 << TRIES) - 1), LONGEST_FIRST_WAIT);
        settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(firstWait));
        settings.put("com.sun.jndi.dns.timeout.retries", Integer.toString(TRIES));
        String parameters = String.valueOf(uri.getRawQuery()).toUpperCase(Locale.ROOT);
        String type = parameters.contains("TYPE=TXT") ? "TXT" : parameters.contains("TYPE=AAAA") ? "AAAA" : "A";
        InitialDirContext client = new InitialDirContext(settings);
        try {
            return only(client.getAttributes(uri.getRawPath().substring(1), new String[] {type})
                    .get(type));
        } finally {
            client.close();
        }
    }

    private static String resolver(URI uri, boolean ipv6) throws IOException {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
            String literal = address.getHostAddress();
            if (ipv6 == literal.contains(":")) {
                return (ipv6 ? '[' + literal + ']' : literal) + port;
            }
        }
        throw new ProtocolException(uri.getHost() + " has no " + (ipv6 ? "IPv6" : "IPv4") + " address");
    }

    private static String only(Attribute attribute) throws ProtocolException, NamingException {
        int values = attribute == null ? 0 : attribute.size();
        if (values != 1) {
            throw new ProtocolException("the resolver answered with " + values + " different values, not one");
        }
        return attribute.get().toString();
    }
}
