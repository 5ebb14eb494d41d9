package io.jenkins.plugins.securityspacedns.soak;

import java.time.Instant;
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
 * @param force whether nothing but a latch may hold it back
 * @param now what the machine takes for the time
 */
record Order(List<String> hosts, String address, String password, boolean force, Instant now) {

    Set<String> distinct() {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
