package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final String SECRET = "correct horse";

    @Test
    void theHeaderIsThatOfRfc7617() {
        assertThat(new Account("Aladdin", "open sesame").authorization())
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void theHeaderHoldsUtf8() {
        assertThat(new Account("test", "123\u00a3").authorization()).isEqualTo("Basic dGVzdDoxMjPCow==");
        assertThat(decoded(new Account("j\u00f6rg", "\ud83d\udd11\u4f8b"))).isEqualTo("j\u00f6rg:\ud83d\udd11\u4f8b");
    }

    @Test
    void aLongPasswordStaysOnOneLine() {
        String password = "p".repeat(500);
        Account account = new Account("user", password);
        assertThat(account.authorization()).doesNotContain("\n", "\r");
        assertThat(decoded(account)).isEqualTo("user:" + password);
    }

    @Test
    void aPasswordMayHoldColonsAndSpaces() {
        assertThat(decoded(new Account("user", ":a: b:"))).isEqualTo("user::a: b:");
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "user:", ":user", "us:er"})
    void aUserNameWithAColonIsRefused(String username) {
        assertThatThrownBy(() -> new Account(username, SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("colon")
                .hasMessageContaining("\"" + username + "\"")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user\n", "\0user", "us\ter", "us\u007fer", "us\u0085er", "user\r\nX-Header: x"})
    void aUserNameWithAControlCharacterIsRefused(String username) {
        assertThatThrownBy(() -> new Account(username, SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining(SECRET)
                .satisfies(e -> assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " user", "user\u00a0", "\ufeffuser", "us\u200ber"})
    void aUserNameThatCameAlongWithSomethingUnseenIsRefused(String username) {
        assertThatThrownBy(() -> new Account(username, SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user name")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aUserNameMayHoldSpaces() {
        assertThat(new Account("John Doe", SECRET).username()).isEqualTo("John Doe");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET + "\n", "\0" + SECRET, SECRET + "\u0085" + SECRET, "\t" + SECRET})
    void aPasswordWithAControlCharacterIsRefusedWithoutShowingIt(String password) {
        assertThatThrownBy(() -> new Account("user", password))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"user\"")
                .hasMessageContaining("control character")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void anEmptyUserNameOrPasswordIsRefused() {
        assertThatThrownBy(() -> new Account("", SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user name")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> new Account("user", ""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The password of \"user\" is empty. Give the password of this SecuritySpace account.");
    }

    @Test
    void itsTextIsTheUserNameAlone() {
        Account account = new Account("user", SECRET);
        assertThat(account).hasToString("user");
        assertThat(account.username()).isEqualTo("user");
        assertThat(account.password()).isEqualTo(SECRET);
    }

    private static String decoded(Account account) {
        String header = account.authorization();
        assertThat(header).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    }
}
