package io.jenkins.plugins.securityspacedns.ledger;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes that need no secret key: salted PBKDF2 (RFC 8018, section 5.2) with as many rounds as OWASP asks for a stored
 * password. One takes a third of a second.
 */
public final class SlowPasswordHashes implements PasswordHashes {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash(password, salt));
    }

    @Override
    public boolean matches(String hash, String password) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 2) {
            return false; // of another kind
        }
        Base64.Decoder decoder = Base64.getDecoder();
        return MessageDigest.isEqual(decoder.decode(parts[1]), hash(password, decoder.decode(parts[0])));
    }

    private static byte[] hash(String password, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
