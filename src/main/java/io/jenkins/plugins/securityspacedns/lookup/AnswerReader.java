package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Reads what a name server answers. Only records of the name that was asked for count, and of those it is an alias for. */
final class AnswerReader {

    /** More is the work of somebody who wants to keep us busy. */
    private static final int MOST_ALIASES = 8;

    private static final int MOST_SERVERS = 16;
    private static final int MOST_ADDRESSES = 16;

    private AnswerReader() {}

    /**
     * What an answer says.
     *
     * @param answer how the server answers
     * @param addresses the addresses that it serves
     * @param aliases the names for which the name is an alias, in order
     * @param cut the zone that other servers are responsible for, if the answer refers to them
     * @param servers the names of those servers
     * @param detail the return code of a server that failed, else empty
     */
    record Reading(
            Answer answer,
            Set<IpAddress> addresses,
            List<Name> aliases,
            Optional<Name> cut,
            List<Name> servers,
            String detail) {

        private static Reading of(Answer answer, Set<IpAddress> addresses, List<Name> aliases) {
            return new Reading(answer, addresses, aliases, Optional.empty(), List.of(), "");
        }

        private static Reading failed(String why) {
            return new Reading(Answer.FAILED, Set.of(), List.of(), Optional.empty(), List.of(), why);
        }

        /** {@return the name that has to be asked for next: the server knows only that it is an alias} */
        Optional<Name> target() {
            return answer == Answer.NO_ADDRESS && !aliases.isEmpty()
                    ? Optional.of(aliases.get(aliases.size() - 1))
                    : Optional.empty();
        }
    }

    /** Reads what a name server of a zone answers to the question for a name. */
    static Reading read(Message message, Name zone, Name name) {
        int code = message.getRcode();
        boolean authoritative = message.getHeader().getFlag(Flags.AA);
        if (code == Rcode.REFUSED) {
            return Reading.of(Answer.REFUSED, Set.of(), List.of());
        }
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return Reading.failed(Rcode.string(code));
        }
        Set<IpAddress> addresses = new LinkedHashSet<>();
        List<Name> aliases = new ArrayList<>();
        Name owner = name;
        while (addresses.isEmpty() && aliases.size() <= MOST_ALIASES) {
            addresses(message, owner, addresses);
            Optional<Name> alias = alias(message, owner);
            if (alias.isEmpty() || !addresses.isEmpty()) {
                break;
            }
            owner = alias.get();
            aliases.add(owner);
            if (!owner.subdomain(zone)) {
                break; // the server has no say there
            }
        }
        if (aliases.size() > MOST_ALIASES) {
            return Reading.failed("an alias of an alias, and so on");
        }
        if (!authoritative) {
            return referral(message, zone, name);
        }
        if (!addresses.isEmpty()) {
            return Reading.of(Answer.SERVES, addresses, aliases);
        }
        boolean gone = code == Rcode.NXDOMAIN && aliases.isEmpty();
        return Reading.of(gone ? Answer.NO_NAME : Answer.NO_ADDRESS, Set.of(), aliases);
    }

    private static void addresses(Message message, Name owner, Set<IpAddress> addresses) {
        for (Record found : message.getSection(Section.ANSWER)) {
            if (found.getName().equals(owner) && addresses.size() < MOST_ADDRESSES) {
                address(found).ifPresent(addresses::add);
            }
        }
    }

    /** {@return the address that a record holds, if it is one of an address} */
    static Optional<IpAddress> address(Record found) {
        InetAddress address = null;
        if (found instanceof ARecord ipv4) {
            address = ipv4.getAddress();
        } else if (found instanceof AAAARecord ipv6 && ipv6.getAddress() instanceof Inet6Address) {
            address = ipv6.getAddress(); // one with an IPv4 address in it leads nowhere
        }
        return Optional.ofNullable(address).map(InetAddress::getHostAddress).map(IpAddress::parse);
    }

    private static Optional<Name> alias(Message message, Name owner) {
        return message.getSection(Section.ANSWER).stream()
                .filter(found -> found instanceof CNAMERecord && found.getName().equals(owner))
                .map(found -> ((CNAMERecord) found).getTarget())
                .findFirst();
    }

    /** A zone below begins at the name or above it (RFC 1034, section 4.2.1). Anything else leads nowhere. */
    private static Reading referral(Message message, Name zone, Name name) {
        List<Record> below = message.getSection(Section.AUTHORITY).stream()
                .filter(found -> found instanceof NSRecord)
                .filter(found -> name.subdomain(found.getName())
                        && found.getName().subdomain(zone)
                        && !found.getName().equals(zone))
                .toList();
        return below.isEmpty()
                ? Reading.of(Answer.LAME, Set.of(), List.of())
                : new Reading(
                        Answer.LAME,
                        Set.of(),
                        List.of(),
                        Optional.of(below.get(0).getName()),
                        servers(below, below.get(0).getName()),
                        "");
    }

    /** {@return the name servers of a zone that records name, sorted, since resolvers change their order} */
    static List<Name> servers(List<Record> records, Name zone) {
        return records.stream()
                .filter(found -> found instanceof NSRecord && found.getName().equals(zone))
                .map(found -> ((NSRecord) found).getTarget())
                .distinct()
                .sorted()
                .limit(MOST_SERVERS)
                .toList();
    }
}
