package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is over.
 *
 * @param address the address that was sent
 * @param password the password that was sent; a secret
 * @param updates for each host of the request the digest of all hosts of the update that asked for it
 * @param response what came of it
 * @param retryAfter when the server wants the next request at the earliest, if it said so
 * @param at when it was over
 */
public record SentRequest(
        IpAddress address,
        String password,
        Map<HostName, String> updates,
        ParsedResponse response,
        Optional<Instant> retryAfter,
        Instant at) {

    /** {@return a text without the password} */
    @Override
    public String toString() {
        return address + " " + response;
    }
}
