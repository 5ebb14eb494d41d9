package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the name servers of a host serve for it.
 *
 * @param host the host
 * @param aliases the names for which the host is an alias (CNAME, RFC 1034, section 3.6.2), in order
 * @param servers what each name server says; empty if the name servers could not be found
 * @param problem why the name servers could not be found, else empty
 */
public record Served(HostName host, List<String> aliases, List<NameServer> servers, String problem) {

    /** Keeps copies of the lists. */
    public Served {
        aliases = List.copyOf(aliases);
        servers = List.copyOf(servers);
    }

    /**
     * One name server at one of its addresses.
     *
     * @param name its name
     * @param address its address
     * @param answer how it answers
     * @param addresses the addresses that it serves for the host
     * @param detail for {@code FAILED} and {@code UNREACHABLE} why, else empty
     */
    public record NameServer(String name, IpAddress address, Answer answer, Set<IpAddress> addresses, String detail) {

        /** Keeps a copy of the addresses. */
        public NameServer {
            addresses = Set.copyOf(addresses);
        }

        @Override
        public String toString() {
            String says =
                    switch (answer) {
                        case SERVES -> "serves " + list(addresses);
                        case NO_ADDRESS -> "has no such address";
                        case NO_NAME -> "has no such name";
                        case REFUSED -> "refuses to answer";
                        case LAME -> "does not know the zone";
                        case FAILED -> "fails (" + detail + ")";
                        case SILENT -> "did not answer in time";
                        case UNREACHABLE -> "cannot be reached (" + detail + ")";
                    };
            return name + " (" + address + ") " + says;
        }
    }

    /** How a name server answers. */
    public enum Answer {
        /** It serves at least one address. */
        SERVES,
        /** It knows the name, but no address of the family that was asked for. */
        NO_ADDRESS,
        /** It says that there is no such name (NXDOMAIN). */
        NO_NAME,
        /** It refuses the question (REFUSED). */
        REFUSED,
        /** It answers, but not with authority (RFC 1912, section 2.8). */
        LAME,
        /** It says that it failed, or its answer cannot be read. */
        FAILED,
        /** It says nothing in time. */
        SILENT,
        /** Nothing can be sent to it. */
        UNREACHABLE;

        /** {@return whether this tells what the name server serves} */
        public boolean isAnswer() {
            return this == SERVES || this == NO_ADDRESS || this == NO_NAME;
        }
    }

    /** {@return the name servers that tell what they serve} */
    public List<NameServer> answered() {
        return servers.stream().filter(server -> server.answer().isAnswer()).toList();
    }

    /** {@return whether every name server that answers serves this address and no other, and at least one does} */
    public boolean isEverywhere(IpAddress address) {
        return !answered().isEmpty()
                && answered().stream().allMatch(server -> server.addresses().equals(Set.of(address)));
    }

    /** {@return whether a name server that answers serves something else; none that answers is no difference} */
    public boolean differsFrom(IpAddress address) {
        return !answered().isEmpty() && !isEverywhere(address);
    }

    /** {@return whether at least one name server answers, and all that do serve the same} */
    public boolean agree() {
        return answered().stream().map(NameServer::addresses).distinct().count() == 1
                && answered().stream().allMatch(server -> server.answer() == Answer.SERVES);
    }

    /** {@return the addresses that are served, separated by comma, or {@code nothing}} */
    public String addresses() {
        Set<IpAddress> all = answered().stream()
                .flatMap(server -> server.addresses().stream())
                .collect(Collectors.toSet());
        return all.isEmpty() ? "nothing" : list(all);
    }

    private static String list(Set<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).sorted().collect(Collectors.joining(", "));
    }

    /** {@return what each name server says, a line each} */
    public List<String> lines() {
        Stream<String> alias =
                aliases.stream().limit(1).map(any -> host + " is an alias for " + String.join(", ", aliases) + ".");
        Stream<String> says =
                servers.isEmpty() ? Stream.of(problem) : servers.stream().map(NameServer::toString);
        return Stream.concat(alias, says).toList();
    }

    /** {@return what each name server says, in one line} */
    @Override
    public String toString() {
        List<String> lines = lines();
        return aliases.isEmpty()
                ? String.join("; ", lines)
                : lines.get(0) + " " + String.join("; ", lines.subList(1, lines.size()));
    }
}
