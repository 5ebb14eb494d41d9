package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String NAME_253 = String.join(".", LABEL_63, LABEL_63, LABEL_63, "a".repeat(61));

    @ParameterizedTest
    @CsvSource({
        "www.example.com, www.example.com",
        "WWW.Example.COM, www.example.com",
        "'  www.example.com\t\n', www.example.com",
        "www.example.com., www.example.com",
        "' WWW.example.com. ', www.example.com",
        "b\u00fccher.example.com, xn--bcher-kva.example.com",
        "B\u00dcCHER.Example.com., xn--bcher-kva.example.com",
        "XN--BCHER-KVA.example.com, xn--bcher-kva.example.com",
        "\u4f8b\u3048.jp, xn--r8jz45g.jp",
        "www\u3002example\u3002com, www.example.com",
        "\uff57\uff57\uff57.example.com, www.example.com",
        "0.example.com, 0.example.com",
        "1-2--3.example.com, 1-2--3.example.com",
        "198.51.100.7.example.com, 198.51.100.7.example.com",
        "a.b, a.b",
        "_dmarc.example.com, _dmarc.example.com",
        "_SIP._tcp.Example.com, _sip._tcp.example.com",
        "www_1.example.com, www_1.example.com",
        "www_.example_.com_, www_.example_.com_",
        "_._, _._",
        "*.example.com, *.example.com",
        "*.Example.COM., *.example.com",
        "*._x.b\u00fccher.example, *._x.xn--bcher-kva.example",
        "*.com, *.com"
    })
    void theFormThatIsSentIsLowerCaseAsciiWithoutATrailingDot(String spelling, String ascii) {
        HostName name = HostName.parse(spelling);
        assertThat(name.ascii()).isEqualTo(ascii);
        assertThat(name).hasToString(ascii).isEqualTo(new HostName(ascii));
    }

    @Test
    void aLabelMayHave63CharactersAndANameOf253() {
        assertThat(HostName.parse(NAME_253).ascii()).hasSize(253);
        assertThat(HostName.parse(NAME_253 + ".").ascii()).isEqualTo(NAME_253);
        refused(LABEL_63 + "a.example.com", "64 characters");
        refused(NAME_253 + "a", "254 characters");
        refused("a" + NAME_253 + ".", "characters");
    }

    @Test
    void theLengthOfTheAsciiFormCounts() {
        refused("\u00fc".repeat(63) + ".example.com", "cannot be turned into ASCII labels");
        String label = "\u4f8b\u3048\u306e".repeat(5);
        refused(
                Stream.generate(() -> label)
                                .limit(15)
                                .reduce((a, b) -> a + "." + b)
                                .orElseThrow() + ".com",
                "253");
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty label",
        "' ', empty label",
        "., empty label",
        ".., empty label",
        ".example.com, empty label",
        "www..example.com, empty label",
        "www.example.com.., empty label",
        "localhost, not fully qualified",
        "localhost., not fully qualified",
        "-www.example.com, hyphen",
        "www-.example.com, hyphen",
        "www.example.-com, hyphen",
        "198.51.100.7, ends in a number",
        "www.example.7, ends in a number",
        "2001:db8::7, 'holds \":\"'",
        "*, not fully qualified",
        "www.*.example.com, 'holds \"*\"'",
        "**.example.com, 'holds \"*\"'",
        "*a.example.com, 'holds \"*\"'",
        "a*.example.com, '* alone may be the first label'",
        "*-.example.com, 'holds \"*\"'",
        "*..example.com, empty label",
        "@.example.com, 'holds \"@\". Write letters'",
        "www.example.com:443, 'holds \":\". Write letters'",
        "https://www.example.com/, 'holds \":\". Write letters'",
        "www.example.com/x, 'holds \"/\". Write letters'",
        "www.example.com?x, 'holds \"?\". Write letters'",
        "www.example.com#x, 'holds \"#\". Write letters'",
        "www.exa mple.com, holds U+0020 SPACE",
        "'a.example.com,b.example.com', 'holds \",\"'",
        "www.example.com&myip=203.0.113.9, 'holds \"&\". Write letters'",
        "www.example.com%26, 'holds \"%\". Write letters'",
        "www+x.example.com, 'holds \"+\". Write letters'"
    })
    void whatIsNoFullyQualifiedHostNameIsRefusedWithTheReason(String spelling, String reason) {
        refused(spelling, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.com\r\nHost: x.example.com", "www.\nexample.com", "www\0.example.com"})
    void nothingCanBeSmuggledIntoARequest(String spelling) {
        assertThatThrownBy(() -> HostName.parse(spelling))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(e -> assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stra\u00dfe.example.com",
                "STRA\u1e9eE.example.com",
                "\u03b2\u03cc\u03bb\u03bf\u03c2.example.com",
                "a\u200db.example.com",
                "a\u200cb.example.com"
            })
    void aNameThatIdnaStandardsReadDifferentlyIsRefused(String spelling) {
        refused(spelling, "ASCII form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d\ude00.example.com",
                "a_\u00fc.example.com",
                "*\u00fc.example.com",
                "a\u2024b.example.com",
                "\u2100.example.com",
                "\u05d0a.example.com"
            })
    void aUnicodeNameThatHasNoAsciiFormIsRefused(String spelling) {
        refused(spelling, "ASCII");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\u00a0www.example.com,U+00A0 NO-BREAK SPACE",
                "www.example.com\u00a0,U+00A0 NO-BREAK SPACE",
                "www\u202fx.example.com,U+202F NARROW NO-BREAK SPACE",
                "w w.b\u00fccher.example.com,U+0020 SPACE",
                "a\tb.example.com,U+0009 CHARACTER TABULATION",
                "www\0.example.com,U+0000 NULL",
                "www\u200b.example.com,U+200B ZERO WIDTH SPACE",
                "\ufeffwww.example.com,U+FEFF ZERO WIDTH NO-BREAK SPACE",
                "b\u00fc\u2060cher.example.com,U+2060 WORD JOINER",
                "www\u00ad.example.com,U+00AD SOFT HYPHEN",
                "www\u202e.example.com,U+202E RIGHT-TO-LEFT OVERRIDE",
                "www\ufe0f.example.com,U+FE0F VARIATION SELECTOR-16",
                "www\u3164.example.com,U+3164 HANGUL FILLER",
                "www.example.com\u2029x,U+2029 PARAGRAPH SEPARATOR",
                "\ud800.example.com,U+D800 HIGH SURROGATES D800",
                "\uffff.example.com,U+FFFF UNASSIGNED",
                "a\u200db.example.com,U+200D ZERO WIDTH JOINER"
            })
    void aCharacterThatNobodySeesIsNamedByItsCodePoint(String spelling, String named) {
        refused(spelling, "holds " + named);
    }

    @Test
    void theMessageShowsWhatWasWrittenAndNoMoreThanThat() {
        refused("Foo+Bar.example.com", "\"Foo+Bar.example.com\"");
        refused("stra\u00dfe.example.com", "holds \"\u00df\"");
        assertThatThrownBy(() -> HostName.parse("x".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WWW.example.com", "www.example.com.", " www.example.com", "b\u00fccher.example.com", "www"})
    void onlyTheFinalFormMakesAHostNameWithoutParsing(String text) {
        assertThatThrownBy(() -> new HostName(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void hostNamesSortByTheirText() {
        assertThat(Stream.of("b.example.com", "a.example.org", "a.example.com")
                        .map(HostName::parse)
                        .sorted())
                .extracting(HostName::ascii)
                .containsExactly("a.example.com", "a.example.org", "b.example.com");
    }

    @Property(tries = 10_000)
    void anyTextIsAHostNameInSafeCharactersOrRefusedInOneSafeSentence(@ForAll("texts") String text) {
        HostName name;
        try {
            name = HostName.parse(text);
        } catch (InvalidInputException e) {
            assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
            return;
        }
        assertThat(name.ascii()).matches("(\\*|[a-z0-9_-]+)(\\.[a-z0-9_-]+)+").hasSizeLessThanOrEqualTo(253);
        assertThat(HostName.parse(name.ascii())).isEqualTo(name);
        assertThat(HostName.parse(name.ascii().toUpperCase(Locale.ROOT) + ".")).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(5)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(3)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(3)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                List.of("xn--", "\u00fc", "-", "_", "*", "7", "\u05d0", "\u3002", "\u0131", "K", ""))));
        return pieces.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join(".", list));
    }

    private static void refused(String spelling, String reason) {
        assertThatThrownBy(() -> HostName.parse(spelling))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }
}
