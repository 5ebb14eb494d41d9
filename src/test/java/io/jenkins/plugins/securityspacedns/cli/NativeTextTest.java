package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JVM made of text in another character set. */
class NativeTextTest {

    private static boolean damages(String charset, byte[] bytes) {
        Charset reading = Charset.forName(charset);
        return NativeText.isDamaged(new String(bytes, reading), reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "EUC-JP", "GBK"})
    void utf8ThatWasReadAsSomethingElseIsDamaged(String charset) {
        assertThat(damages(charset, "pä€ss".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "UTF-8", "EUC-JP"})
    void asciiIsWholeInEveryCharacterSet(String charset) {
        assertThat(damages(charset, "plain ~ text".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8"})
    void textInTheCharacterSetItIsReadInIsWhole(String charset) {
        assertThat(damages(charset, "müller".getBytes(Charset.forName(charset))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ufffdb", "a\ud83d", "\ude00b"})
    void whatStandsForLostCharactersIsDamaged(String text) {
        assertThat(NativeText.isDamaged(text, StandardCharsets.UTF_8)).isTrue();
    }
}
