package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses can be the public address of a host. The list is the IANA IPv4 and IPv6 Special-Purpose Address
 * Registries (RFC 6890, RFC 8190) with their column "Globally Reachable"; "N/A" is not "True". The longest prefix
 * decides. Added to them are multicast (RFC 5771, RFC 4291) and, for IPv6, that global unicast is {@code 2000::/3}.
 */
public final class AddressRules {

    /**
     * A prefix, a sign and a name a line. The sign is {@code +} for globally reachable, {@code -} for not globally
     * reachable, and {@code x} for what no host has as its own address towards others. IPv4-mapped addresses
     * ({@code ::ffff:0:0/96}) are missing: no literal that this package reads is one.
     */
    private static final String REGISTRY = """
            0.0.0.0/0 + global unicast
            0.0.0.0/8 x this network (RFC 791)
            0.0.0.0/32 x unspecified, this host on this network (RFC 1122)
            10.0.0.0/8 - private-use (RFC 1918)
            100.64.0.0/10 - shared address space of carrier-grade NAT (RFC 6598)
            127.0.0.0/8 x loopback (RFC 1122)
            169.254.0.0/16 - link-local (RFC 3927)
            172.16.0.0/12 - private-use (RFC 1918)
            192.0.0.0/24 - IETF protocol assignments (RFC 6890)
            192.0.0.0/29 - IPv4 service continuity (RFC 7335)
            192.0.0.8/32 - IPv4 dummy address (RFC 7600)
            192.0.0.9/32 + Port Control Protocol anycast (RFC 7723)
            192.0.0.10/32 + TURN anycast (RFC 8155)
            192.0.0.170/32 - NAT64/DNS64 discovery (RFC 7050)
            192.0.0.171/32 - NAT64/DNS64 discovery (RFC 7050)
            192.0.2.0/24 - documentation (RFC 5737)
            192.31.196.0/24 + AS112-v4 (RFC 7535)
            192.52.193.0/24 + AMT (RFC 7450)
            192.88.99.0/24 - deprecated 6to4 relay anycast (RFC 7526)
            192.88.99.2/32 - 6a44 relay anycast (RFC 6751)
            192.168.0.0/16 - private-use (RFC 1918)
            192.175.48.0/24 + direct delegation AS112 service (RFC 7534)
            198.18.0.0/15 - benchmarking (RFC 2544)
            198.51.100.0/24 - documentation (RFC 5737)
            203.0.113.0/24 - documentation (RFC 5737)
            224.0.0.0/4 x multicast (RFC 5771)
            240.0.0.0/4 - reserved (RFC 1112)
            255.255.255.255/32 x limited broadcast (RFC 919)
            ::/0 - outside of global unicast (RFC 4291)
            ::/128 x unspecified (RFC 4291)
            ::1/128 x loopback (RFC 4291)
            64:ff9b::/96 + IPv4-IPv6 translation (RFC 6052)
            64:ff9b:1::/48 - local-use IPv4-IPv6 translation (RFC 8215)
            100::/64 - discard-only (RFC 6666)
            100:0:0:1::/64 - dummy IPv6 prefix (RFC 9780)
            2000::/3 + global unicast
            2001::/23 - IETF protocol assignments (RFC 2928)
            2001::/32 - Teredo (RFC 4380)
            2001:1::1/128 + Port Control Protocol anycast (RFC 7723)
            2001:1::2/128 + TURN anycast (RFC 8155)
            2001:1::3/128 + DNS-SD service registration anycast (RFC 9665)
            2001:2::/48 - benchmarking (RFC 5180)
            2001:3::/32 + AMT (RFC 7450)
            2001:4:112::/48 + AS112-v6 (RFC 7535)
            2001:10::/28 - deprecated ORCHID (RFC 4843)
            2001:20::/28 + ORCHIDv2 (RFC 7343)
            2001:30::/28 + drone remote identification (RFC 9374)
            2001:db8::/32 - documentation (RFC 3849)
            2002::/16 - 6to4 (RFC 3056)
            2620:4f:8000::/48 + direct delegation AS112 service (RFC 7534)
            3fff::/20 - documentation (RFC 9637)
            5f00::/16 - segment routing (RFC 9602)
            fc00::/7 - unique-local (RFC 4193)
            fe80::/10 - link-local (RFC 4291)
            ff00::/8 x multicast (RFC 4291)
            """;

    private static final Pattern LINE = Pattern.compile("([^/]+)/([0-9]+) ([+x-]) (.+)");
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private AddressRules() {}

    /** {@return whether the registries let an address be reached from the internet} */
    public static boolean isGloballyRoutable(IpAddress address) {
        return isGloballyRoutable(address.bytes());
    }

    /** The same for the 4 or 16 bytes of an address in network order. */
    static boolean isGloballyRoutable(byte[] address) {
        return entry(address).charAt(0) == '+';
    }

    /**
     * Checks an address that the user gives. Every unicast address is taken, be it private or not;
     * {@link #notice(IpAddress)} has the words for one that is not public.
     *
     * @param address the address given
     * @throws io.jenkins.plugins.securityspacedns.protocol.InvalidInputException for loopback, unspecified, {@code 0.0.0.0/8}, multicast and limited broadcast
     */
    public static void requireUnicast(IpAddress address) {
        String entry = entry(address.bytes());
        if (entry.charAt(0) == 'x') {
            DetectionChecks.refuse("The address " + address + " cannot be the address of a host: " + entry.substring(2)
                    + ". Give a unicast address that others can reach, such as 198.51.100.7.");
        }
    }

    /** {@return for an address that is not globally routable, a sentence without its full stop that says why} */
    public static Optional<String> notice(IpAddress address) {
        String entry = entry(address.bytes());
        return entry.charAt(0) == '+'
                ? Optional.empty()
                : Optional.of(address + " is not reachable from the internet: " + entry.substring(2));
    }

    /**
     * Reads what {@link IpAddress#parse} takes, without white space around it. It is here a second time because every
     * class that a detection needs travels to the agent.
     *
     * @param text any text; a name is never looked up
     * @return the address, or null if the text is not one address literal
     */
    static InetAddress literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            boolean mapped = text.indexOf(':') >= 0 && address.getAddress().length == 4;
            return mapped ? null : address;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The sign, a blank and the name of the longest prefix that holds the address. */
    private static String entry(byte[] address) {
        int longest = -1;
        String found = "";
        for (String line : REGISTRY.split("\n")) {
            var entry = LINE.matcher(line);
            if (!entry.matches()) {
                throw new IllegalStateException("The registry has a malformed line: " + line);
            }
            int bits = Integer.parseInt(entry.group(2));
            byte[] network = literal(entry.group(1)).getAddress();
            if (bits > longest && isWithin(address, network, bits)) {
                longest = bits;
                found = entry.group(3) + ' ' + entry.group(4);
            }
        }
        return found;
    }

    private static boolean isWithin(byte[] address, byte[] network, int bits) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if (((address[i / 8] ^ network[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
