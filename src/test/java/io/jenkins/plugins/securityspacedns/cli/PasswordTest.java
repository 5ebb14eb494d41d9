package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the password comes from. */
class PasswordTest {

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("password"), content).toString();
    }

    private static String read(String file) {
        return Password.read(Map.of("SECURITYSPACE_PASSWORD_FILE", file)::get);
    }

    @Test
    void itIsTheValueOfTheVariable() {
        assertThat(Password.read(Map.of("SECURITYSPACE_PASSWORD", "secret")::get))
                .isEqualTo("secret");
    }

    @Test
    void aFileThatIsNamedGoesBeforeTheVariable() throws Exception {
        Map<String, String> both =
                Map.of("SECURITYSPACE_PASSWORD", "other", "SECURITYSPACE_PASSWORD_FILE", file("secret"));

        assertThat(Password.read(both::get)).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pä€ss", "pä€ss\n", "pä€ss\r\n", "\ufeffpä€ss\n"})
    void oneLineEndAtTheEndOfAFileIsNotOfThePassword(String content) throws Exception {
        assertThat(read(file(content))).isEqualTo("pä€ss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\n", " a \n", "a\rb"})
    void nothingElseIsTakenFromAFile(String content) throws Exception {
        assertThat(read(file(content))).isEqualTo(content.replaceFirst("\n$", ""));
    }

    @Test
    void aFileThatCannotServeIsNamedWithTheReason() throws Exception {
        assertRefused(folder.resolve("missing").toString(), "missing", "does not exist");
        assertRefused(folder.toString(), "cannot be read");
        assertRefused(file(""), "is empty");
        assertRefused(file("\n"), "is empty");
        assertRefused(file("p\u00e4ss".getBytes(StandardCharsets.ISO_8859_1)), "is not in UTF-8");
        assertRefused(file("x".repeat(4097)), "more than 4096 bytes");
    }

    private static void assertRefused(String file, String... parts) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining("SECURITYSPACE_PASSWORD_FILE");
    }

    @Test
    void withoutAnyBothWaysAreNamed() {
        assertThatThrownBy(() -> Password.read(Map.<String, String>of()::get))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SECURITYSPACE_PASSWORD ")
                .hasMessageContaining("SECURITYSPACE_PASSWORD_FILE");
    }
}
