package io.jenkins.plugins.securityspacedns.config;

import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jenkins.security.HMACConfidentialKey;

/** Hashes with a secret key of this Jenkins: fast, and worth nothing to whoever lacks the key. */
final class KeyedPasswordHashes implements PasswordHashes {

    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(KeyedPasswordHashes.class, "passwords");

    @Override
    public String of(String password) {
        return KEY.mac(password);
    }

    @Override
    public boolean matches(String hash, String password) {
        return MessageDigest.isEqual(bytes(hash), bytes(of(password)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
