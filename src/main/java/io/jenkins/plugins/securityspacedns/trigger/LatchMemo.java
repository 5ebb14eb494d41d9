package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers whether a latch holds a password: the guard takes a good part of a second to tell a refused password from
 * another one, and many jobs of one account ask every minute. It keeps a keyed hash of the password, and the key nowhere
 * but in memory.
 */
final class LatchMemo {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final Map<Asked, Boolean> known = new LinkedHashMap<>();

    LatchMemo() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    private record Asked(Latch latch, String password) {}

    /** {@return what {@link Guard#latch} says} */
    synchronized Optional<Latch> latch(Guard guard, AccountState state, Attempt attempt, String password) {
        Optional<Latch> latch = state.latch();
        if (latch.filter(set -> !set.refused().isEmpty()).isEmpty()) {
            return guard.latch(state, attempt);
        }
        Asked asked = new Asked(latch.get(), hash(password));
        Boolean holds = known.get(asked);
        if (holds == null) {
            holds = guard.latch(state, attempt).isPresent();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(asked, holds);
        }
        return holds ? latch : Optional.empty();
    }

    private String hash(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
