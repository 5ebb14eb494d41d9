package io.jenkins.plugins.securityspacedns.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names an account of the ledger: what one server confirmed means nothing to another one.
 *
 * @param service the service, as {@code Endpoint.service()} names it
 * @param username the user name, or a pseudonym of it if user names may be secret
 */
public record AccountKey(String service, String username) {

    /** {@return a name of 32 hexadecimal digits, which every file system and URL takes} */
    public String id() {
        String name = service + '\n' + username;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
