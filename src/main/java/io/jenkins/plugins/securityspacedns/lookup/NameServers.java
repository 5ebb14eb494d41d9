package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ResolverConfig;

/**
 * Asks the authoritative name servers of hosts, directly and all at once. A resolver tells which these are; what it has in
 * its cache for the hosts does not count.
 */
public final class NameServers {

    private static final int PORT = 53;

    private static final Pattern RESOLVER = Pattern.compile("(?<address>[^\\[\\]:]+|[^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*)"
            + "|(?:(?<bare>[^\\[\\]:]+)|\\[(?<ipv6>[^\\[\\]]+)])(?::(?<port>[0-9]{1,5}))?");

    private final Supplier<List<InetSocketAddress>> resolvers;
    private final Function<InetAddress, InetSocketAddress> ports;

    /**
     * @param resolvers gives the resolvers that tell which the name servers are
     * @param ports tells the port on which a name server listens
     */
    NameServers(Supplier<List<InetSocketAddress>> resolvers, Function<InetAddress, InetSocketAddress> ports) {
        this.resolvers = resolvers;
        this.ports = ports;
    }

    /**
     * @param resolver the address of the resolver that tells which the name servers are, such as {@code 192.0.2.53},
     *     {@code 192.0.2.53:5353} or {@code [2001:db8::53]:5353}; empty for the resolvers of the system
     * @return asks name servers on port 53
     * @throws InvalidInputException if this is no such address
     */
    public static NameServers of(String resolver) {
        String text = resolver.strip();
        if (text.isEmpty()) {
            return new NameServers(() -> ResolverConfig.getCurrentConfig().servers(), NameServers::port53);
        }
        List<InetSocketAddress> one = List.of(parse(text));
        return new NameServers(() -> one, NameServers::port53);
    }

    private static InetSocketAddress port53(InetAddress server) {
        return new InetSocketAddress(server, PORT);
    }

    private static InetSocketAddress parse(String text) {
        Matcher parts = RESOLVER.matcher(text);
        if (parts.matches()) {
            String address = parts.group("address");
            String bare = parts.group("bare");
            String literal = address != null ? address : bare != null ? bare : parts.group("ipv6");
            int port = parts.group("port") == null ? PORT : Integer.parseInt(parts.group("port"));
            try {
                InetAddress resolver = IpAddress.parse(literal).inetAddress();
                if (port > 0 && port < 1 << 16) {
                    return new InetSocketAddress(resolver, port);
                }
            } catch (InvalidInputException e) {
                // said below, with what a resolver looks like
            }
        }
        throw new InvalidInputException("The resolver \"" + Printable.excerpt(text)
                + "\" is not an address. Write an IP address, such as 192.0.2.53 or [2001:db8::53]:5353.");
    }

    /**
     * Looks what the name servers of hosts serve.
     *
     * @param hosts the hosts
     * @param family which addresses are looked for
     * @param deadline how long that may take in all; what has not answered then counts as silent
     * @return what is served for each host, in their order
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Map<HostName, Served> look(Collection<HostName> hosts, Family family, Duration deadline)
            throws InterruptedException {
        return new Inquiry(resolvers.get(), ports, family, deadline).look(hosts);
    }
}
