package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFingerprintTest {

    private static final String SECRET = "correct horse b\u00e4ttery";
    private static final String SALT = Base64.getEncoder().encodeToString(new byte[16]);
    private static final String HASH = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void itKnowsThePasswordAgainAndNoOther() {
        PasswordFingerprint fingerprint = PasswordFingerprint.of(SECRET);
        assertThat(fingerprint.matches(SECRET)).isTrue();
        assertThat(fingerprint.matches("correct horse battery")).isFalse();
        assertThat(fingerprint.matches(SECRET + " ")).isFalse();
    }

    @Test
    void charactersBeyondAsciiAreToldApart() {
        assertThat(PasswordFingerprint.of("p\u00e4ss").matches("p\u00f6ss")).isFalse();
    }

    @Test
    void itKnowsThePasswordAfterItWasWrittenAndReadAgain() {
        PasswordFingerprint fingerprint = PasswordFingerprint.of(SECRET);
        PasswordFingerprint read = PasswordFingerprint.parse(fingerprint.toString());
        assertThat(read).isEqualTo(fingerprint).hasSameHashCodeAs(fingerprint);
        assertThat(read.matches(SECRET)).isTrue();
    }

    @Test
    void itsTextTellsNothingOfThePassword() {
        String text = PasswordFingerprint.of(SECRET).toString();
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .doesNotContainPattern("\\s");
    }

    @Test
    void twoOfOnePasswordDiffer() {
        assertThat(PasswordFingerprint.of(SECRET)).isNotEqualTo(PasswordFingerprint.of(SECRET));
    }

    // The known answer of OpenSSL 3 ("openssl kdf -kdfopt digest:SHA256 -kdfopt iter:600000 PBKDF2"), so that a change
    // of
    // the rounds, which would lift every latch on the disk, is seen.
    @Test
    void whatWasWrittenOnceStaysReadable() {
        assertThat(PasswordFingerprint.parse(SALT + "$t1EqilHZMO856EIVAAMU3zwbjXFmENWg+2V9QOcxc98=")
                        .matches("password"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "a$b",
                "password",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAA==$",
                "AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
                "AAAAAAAAAAAAAAAAAAAAAA==$!"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordFingerprint.parse(text));
    }

    @Test
    void aTextWithOnePartTooManyIsRefused() {
        assertThat(PasswordFingerprint.parse(SALT + "$" + HASH)).hasToString(SALT + "$" + HASH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordFingerprint.parse(SALT + "$" + HASH + "$" + HASH));
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordFingerprint.parse(HASH + "$" + SALT));
    }
}
