package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An update that somebody wants.
 *
 * @param hosts a digest of all its hosts, which {@link #digest} makes: a {@code nohost} holds until other hosts are asked for
 * @param address the address that they are to get
 * @param force whether it is wanted even if the address is confirmed or a hold of the host runs
 * @param differing the hosts for which the name servers that answered serve something else than the address, as far as they
 *     were asked
 */
public record WantedUpdate(String hosts, IpAddress address, boolean force, Set<HostName> differing) {

    /** Keeps a copy of the hosts. */
    public WantedUpdate {
        differing = Set.copyOf(differing);
    }

    /** An update of which nobody asked the name servers. */
    public WantedUpdate(String hosts, IpAddress address, boolean force) {
        this(hosts, address, force, Set.of());
    }

    /** {@return a short name of a set of hosts} */
    public static String digest(Collection<HostName> hosts) {
        String names = hosts.stream().map(HostName::ascii).sorted().distinct().collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
