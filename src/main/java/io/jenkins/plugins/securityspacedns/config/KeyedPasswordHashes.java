package io.jenkins.plugins.securityspacedns.config;

import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.security.HMACConfidentialKey;

/** Hashes with a secret key of this Jenkins: fast, and worth nothing to whoever lacks the key. */
final class KeyedPasswordHashes implements PasswordHashes {

    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(KeyedPasswordHashes.class, "passwords");

    private static final int MOST_KNOWN = 1_000;

    /** Ledgers of earlier versions hold its hashes. */
    private final PasswordHashes slow = new SlowPasswordHashes();

    /** What it said of a hash and a password, by the hash here: many jobs ask the same every minute. */
    private final Map<List<String>, Boolean> known = new ConcurrentHashMap<>();

    @Override
    public String of(String password) {
        return KEY.mac(password);
    }

    @Override
    public boolean matches(String hash, String password) {
        String own = of(password);
        if (hash.indexOf('$') < 0) {
            return MessageDigest.isEqual(bytes(hash), bytes(own));
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(List.of(hash, own), key -> slow.matches(hash, password));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
