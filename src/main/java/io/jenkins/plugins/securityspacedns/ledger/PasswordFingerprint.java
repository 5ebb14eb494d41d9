package io.jenkins.plugins.securityspacedns.ledger;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether a password is the one that was refused, without keeping it: a salted PBKDF2 hash (RFC 8018, section 5.2)
 * with as many rounds as OWASP asks for a stored password.
 */
public final class PasswordFingerprint {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] hash;

    private PasswordFingerprint(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * @param password a password
     * @return its fingerprint, with a new salt
     */
    public static PasswordFingerprint of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordFingerprint(salt, hash(password, salt));
    }

    /**
     * @param text what {@link #toString} made
     * @return the fingerprint
     * @throws IllegalArgumentException if the text is something else
     */
    public static PasswordFingerprint parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a fingerprint");
        }
        Base64.Decoder decoder = Base64.getDecoder();
        PasswordFingerprint read = new PasswordFingerprint(decoder.decode(parts[0]), decoder.decode(parts[1]));
        if (read.salt.length != SALT_BYTES || read.hash.length != HASH_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("not a fingerprint");
        }
        return read;
    }

    /**
     * @param password a password
     * @return whether it is the one that this fingerprint was made of
     */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(password, salt));
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordFingerprint that
                && MessageDigest.isEqual(hash, that.hash)
                && MessageDigest.isEqual(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** {@return the salt and the hash as text} */
    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }
}
