package io.jenkins.plugins.securityspacedns.soak;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One update that somebody wants.
 *
 * @param hosts the hosts as they are spelled
 * @param address the address they are to get
 * @param password the password that the machine knows
 * @param force whether nothing but a stop and the pace may hold it back
 * @param verify whether name servers are asked first
 */
record Order(List<String> hosts, String address, String password, boolean force, boolean verify) {

    Set<String> distinct() {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether the order wants what a request did for a host. */
    boolean wants(String host, Served served) {
        return address.equals(served.address())
                && password.equals(served.password())
                && distinct().contains(host);
    }
}
