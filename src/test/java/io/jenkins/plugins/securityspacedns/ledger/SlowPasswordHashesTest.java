package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SlowPasswordHashesTest {

    private static final String SECRET = "correct horse";
    private static final String SALT = Base64.getEncoder().encodeToString(new byte[16]);
    private static final PasswordHashes HASHES = new SlowPasswordHashes();

    @Test
    void itKnowsThePasswordAgainAndNoOther() {
        String hash = HASHES.of(SECRET);
        assertThat(HASHES.matches(hash, SECRET)).isTrue();
        assertThat(HASHES.matches(hash, "correct horse battery")).isFalse();
        assertThat(HASHES.matches(hash, SECRET + " ")).isFalse();
    }

    @Test
    void charactersBeyondAsciiAreToldApart() {
        assertThat(HASHES.matches(HASHES.of("p\u00e4ss"), "p\u00f6ss")).isFalse();
    }

    @Test
    void itsTextTellsNothingOfThePassword() {
        String text = HASHES.of(SECRET);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .doesNotContainPattern("\\s");
    }

    @Test
    void twoOfOnePasswordDiffer() {
        assertThat(HASHES.of(SECRET)).isNotEqualTo(HASHES.of(SECRET));
    }

    // The known answer of OpenSSL 3 ("openssl kdf -kdfopt digest:SHA256 -kdfopt iter:600000 PBKDF2"): a change of the
    // rounds would end every stop for a refused password that is on a disk.
    @Test
    void whatWasWrittenOnceStaysReadable() {
        assertThat(HASHES.matches(SALT + "$t1EqilHZMO856EIVAAMU3zwbjXFmENWg+2V9QOcxc98=", "password"))
                .isTrue();
    }

    @Test
    void aHashOfAnotherKindIsOfNoPassword() {
        assertThat(HASHES.matches("0123456789abcdef", "password")).isFalse();
    }
}
