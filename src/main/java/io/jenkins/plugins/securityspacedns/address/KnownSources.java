package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public services that tell the address of whoever asks, and who runs them. */
public final class KnownSources {

    /** Hosts, with what is below them, and who runs them. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("ipify.org", "ipify"),
            Map.entry("checkip.amazonaws.com", "Amazon"),
            Map.entry("icanhazip.com", "Cloudflare"),
            Map.entry("cloudflare.com", "Cloudflare"),
            Map.entry("one.one.one.one", "Cloudflare"),
            Map.entry("1.1.1.1", "Cloudflare"),
            Map.entry("1.0.0.1", "Cloudflare"),
            Map.entry("[2606:4700:4700::1111]", "Cloudflare"),
            Map.entry("[2606:4700:4700::1001]", "Cloudflare"),
            Map.entry("opendns.com", "OpenDNS"),
            Map.entry("208.67.222.222", "OpenDNS"),
            Map.entry("208.67.220.220", "OpenDNS"),
            Map.entry("[2620:119:35::35]", "OpenDNS"),
            Map.entry("[2620:119:53::53]", "OpenDNS"),
            Map.entry("google.com", "Google"),
            Map.entry("216.239.32.10", "Google"),
            Map.entry("[2001:4860:4802:32::a]", "Google"));

    private KnownSources() {}

    /**
     * The sources to ask if none are configured. Those for IPv6 can be reached over IPv6 only, and those for IPv4 over
     * IPv4 only, or answer for that family only.
     *
     * @param family the family of the address wanted
     * @return specs of at least four independent operators
     */
    public static List<String> defaults(Family family) {
        return family == Family.IPV4
                ? List.of(
                        "https://api.ipify.org",
                        "https://checkip.amazonaws.com",
                        "https://ipv4.icanhazip.com",
                        "https://1.1.1.1/cdn-cgi/trace",
                        "dns://208.67.222.222/myip.opendns.com?type=A",
                        "dns://216.239.32.10/o-o.myaddr.l.google.com?type=TXT")
                : List.of(
                        "https://api6.ipify.org",
                        "https://ipv6.icanhazip.com",
                        "https://[2606:4700:4700::1111]/cdn-cgi/trace",
                        "dns://[2620:119:35::35]/myip.opendns.com?type=AAAA",
                        "dns://[2001:4860:4802:32::a]/o-o.myaddr.l.google.com?type=TXT");
    }

    /** Who runs a host, as far as it is known. */
    static Optional<String> operatorOf(String host) {
        return OPERATORS.entrySet().stream()
                .filter(known -> isAtOrBelow(known.getKey(), host))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isAtOrBelow(String known, String host) {
        String dotted = '.' + host;
        int length = known.length() + 1;
        return dotted.regionMatches(true, dotted.length() - length, '.' + known, 0, length);
    }

    static boolean isOperator(String name) {
        return OPERATORS.containsValue(name);
    }
}
