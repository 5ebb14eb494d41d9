package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    private static final String KEY = "\ud83d\udd11";

    @ParameterizedTest
    @ValueSource(strings = {"", "good 198.51.100.7", "b\u00fccher", "\u4f8b\u3048", KEY, "a\u00a0b", "\"<&>'"})
    void printableTextStaysAsItIs(String text) {
        assertThat(Printable.excerpt(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "\u0007",
                "\n",
                "\r",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u009b",
                "\u00ad",
                "\u200b",
                "\u200f",
                "\u202e",
                "\u2028",
                "\u2029",
                "\u2066",
                "\ufeff",
                "\ue000",
                "\uffff",
                "\ud800",
                "\udc00",
                "\udb40\udc41"
            })
    void whatCouldSteerATerminalOrForgeALineIsReplaced(String bad) {
        assertThat(Printable.excerpt("a" + bad + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void aTabBecomesASpace() {
        assertThat(Printable.excerpt("good\t198.51.100.7")).isEqualTo("good 198.51.100.7");
    }

    @Test
    void eightyCharactersStayAndMoreAreCut() {
        assertThat(Printable.excerpt("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Printable.excerpt("x".repeat(81))).isEqualTo("x".repeat(79) + "\u2026");
    }

    @Test
    void aCharacterOfTwoHalvesIsNeverCutInTwo() {
        assertThat(Printable.excerpt(KEY.repeat(80))).isEqualTo(KEY.repeat(80));
        assertThat(Printable.excerpt(KEY.repeat(81))).isEqualTo(KEY.repeat(79) + "\u2026");
    }

    @Property(tries = 5_000)
    void anExcerptIsShortAndOnOneLineAndItsOwnExcerpt(@ForAll String text) {
        String excerpt = Printable.excerpt(text);
        assertThat(excerpt.codePointCount(0, excerpt.length())).isLessThanOrEqualTo(80);
        assertThat(excerpt.chars()).noneMatch(Character::isISOControl).noneMatch(c -> c == 0x2028 || c == 0x2029);
        assertThat(Printable.excerpt(excerpt)).isEqualTo(excerpt);
    }
}
