package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * The content of a Basic authorization header, read as UTF-8 (RFC 7617).
 *
 * @param user everything before the first colon
 * @param password everything after it
 */
public record BasicCredentials(String user, String password) {

    private static final String SCHEME = "Basic ";

    static Optional<BasicCredentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String pair = new String(decoded, UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + ":***";
    }
}
