package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** An update that somebody wants. */
public final class Attempt {

    private final String digestOfHosts;
    private final IpAddress address;
    private final String password;
    private final boolean force;

    /**
     * @param hosts all its hosts, each once
     * @param address the address they are to get
     * @param password the account's password, against which a {@code badauth} latch is held
     * @param force whether it is wanted even where the ledger has the address confirmed or a backoff runs
     */
    public Attempt(List<HostName> hosts, IpAddress address, String password, boolean force) {
        this.digestOfHosts = digest(hosts);
        this.address = address;
        this.password = password;
        this.force = force;
    }

    private static String digest(List<HostName> hosts) {
        String names = hosts.stream().map(HostName::ascii).sorted().collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** A short name of the set of hosts: a {@code nohost} stands until another set is asked for. */
    String digestOfHosts() {
        return digestOfHosts;
    }

    IpAddress address() {
        return address;
    }

    String password() {
        return password;
    }

    boolean force() {
        return force;
    }
}
