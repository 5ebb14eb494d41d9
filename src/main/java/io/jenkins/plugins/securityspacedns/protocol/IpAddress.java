package io.jenkins.plugins.securityspacedns.protocol;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * One IP address, read from a literal; a name is never looked up. Two spellings of one address are equal.
 *
 * <p>IPv4 literals are four decimal numbers without leading zeros, which some readers take for octal (RFC 6943, section
 * 3.1.1). IPv6 literals follow RFC 4291, section 2.2, without brackets and without a zone; IPv4-mapped ones are refused,
 * because they are another spelling of an IPv4 address. Addresses are written as RFC 5952 asks.
 */
public final class IpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private final InetAddress value;

    private IpAddress(InetAddress value) {
        this.value = value;
    }

    /**
     * Reads a literal.
     *
     * @param literal the address; white space around it is ignored
     * @return the address
     * @throws InvalidInputException if this is not one address literal
     */
    public static IpAddress parse(String literal) {
        String text = literal.strip();
        boolean ipv6 = text.indexOf(':') >= 0 && IPV6_CHARACTERS.matcher(text).matches();
        if (!ipv6 && !IPV4.matcher(text).matches()) {
            throw invalid(text);
        }
        try {
            // Both shapes are literals to the JDK, which looks nothing up for them.
            InetAddress value = InetAddress.getByName(text);
            if (ipv6 != value instanceof Inet6Address) {
                throw new InvalidInputException("The address \"" + Printable.excerpt(text)
                        + "\" is an IPv4-mapped IPv6 address. Write it as the IPv4 address "
                        + value.getHostAddress() + ".");
            }
            return new IpAddress(value);
        } catch (UnknownHostException e) {
            throw invalid(text);
        }
    }

    private static InvalidInputException invalid(String text) {
        return new InvalidInputException("\"" + Printable.excerpt(text)
                + "\" is not an IP address. Write one IPv4 or IPv6 literal, such as 198.51.100.7 or 2001:db8::7.");
    }

    /** {@return the family} */
    public Family family() {
        return value instanceof Inet6Address ? Family.IPV6 : Family.IPV4;
    }

    /** {@return the address as the JDK has it} */
    public InetAddress inetAddress() {
        return value;
    }

    /** {@return the 4 or 16 bytes of the address in network order} */
    public byte[] bytes() {
        return value.getAddress();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return the address as text: dotted decimal for IPv4, RFC 5952 for IPv6} */
    @Override
    public String toString() {
        String text = value.getHostAddress();
        return family() == Family.IPV4 ? text : shortened(text);
    }

    private static String shortened(String full) {
        for (int zeros = 8; zeros > 1; zeros--) { // a single zero group is not shortened (RFC 5952, section 4.2.2)
            String shorter = full.replaceFirst("(^|:)0(:0){" + (zeros - 1) + "}(:|$)", "::");
            if (!shorter.equals(full)) {
                return shorter;
            }
        }
        return full;
    }
}
