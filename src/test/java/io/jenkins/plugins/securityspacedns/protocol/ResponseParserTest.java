package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

    private static final String SENT = "198.51.100.7";
    private static final String A = "a.example.com";
    private static final String B = "b.example.com";
    private static final String C = "c.example.com";
    private static final String BOM = "\ufeff";

    // Pairing

    @Test
    void goodWithTheAddressSentUpdatesTheHost() {
        assertThat(outcomes("good 198.51.100.7\n", A)).containsExactly(Outcome.UPDATED);
    }

    @Test
    void nochgWithTheNameOfTheHostLeavesItUnchanged() {
        assertThat(outcomes("nochg a.example.com\n", A)).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void linesPairWithHostsByPosition() {
        assertThat(outcomes("good 198.51.100.7\nnochg b.example.com\ngood 198.51.100.7\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.UPDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", " \n\t", "\u2028"})
    void theSameLineOverAndOverIsALineForEachHost(String lineEnd) {
        String line = "good 198.51.100.7" + lineEnd;
        assertThat(outcomes(line.repeat(4), A, B, C, "d.example.com")).containsOnly(Outcome.UPDATED);
        assertThat(outcomes(line.repeat(3), A, B, C, "d.example.com"))
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCONFIRMED);
    }

    @Test
    void aLineThatBeginsLikeTheOnesBeforeIsAnotherLine() {
        assertThat(outcomes("good 198.51.100.7\ngood 198.51.100.7\ngood 198.51.100.70\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCONFIRMED);
        assertThat(outcomes("good 198.51.100.7\ngood 198.51.100.7\ngood 198.51.100.7 not\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCONFIRMED);
    }

    @Test
    void aLineThatCameTooLateForOneHostCountsForTheNext() {
        assertThat(outcomes("nochg b.example.com\ngood 198.51.100.7\ngood 198.51.100.7\n", A, B, C))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED, Outcome.UPDATED);
    }

    @Test
    void theSameNameOverAndOverIsOneHost() {
        assertThat(outcomes("nochg b.example.com\n".repeat(3), A, B, C))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED, Outcome.UNCONFIRMED);
    }

    @Test
    void theSameDoubtOverAndOverIsSaidOfEachHost() {
        assertThat(parse(200, "nochg x.example.com\n".repeat(3), SENT, A, B, C))
                .allSatisfy(answer -> assertThat(answer.message())
                        .isEqualTo("The server answered \"nochg x.example.com\", which does not confirm this host."));
    }

    @Test
    void answersComeInTheOrderOfTheRequest() {
        assertThat(parse(200, "good 198.51.100.7\n", SENT, C, A, B))
                .extracting(answer -> answer.host().ascii())
                .containsExactly(C, A, B);
    }

    @Test
    void aNochgThatNamesAnotherRequestedHostBelongsToThatHost() {
        assertThat(outcomes("nochg b.example.com\n", A, B)).containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED);
    }

    @Test
    void nochgLinesInTheWrongOrderStillFindTheirHosts() {
        assertThat(outcomes("nochg c.example.com\nnochg a.example.com\nnochg b.example.com\n", A, B, C))
                .containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void aLineThatIsNotUnderstoodHidesNoCodeOfTheWholeRequest() {
        assertThat(outcomes("Warning: cannot write log\nblocked\n", A, B))
                .containsExactly(Outcome.BLOCKED, Outcome.BLOCKED);
    }

    @Test
    void aNochgBeyondTheLastPositionStillBelongsToTheRequestedHostThatItNames() {
        assertThat(outcomes("welcome\nnochg a.example.com\nnochg b.example.com\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED);
    }

    @Test
    void aGoodNeverSlipsToTheHostWhosePlaceANochgTookByName() {
        assertThat(outcomes("nochg b.example.com\ngood 198.51.100.7\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED);
    }

    @Test
    void moreLinesThanHostsChangeNothing() {
        assertThat(outcomes("good 203.0.113.9\ngood 198.51.100.7\ngood 198.51.100.7\n", A))
                .containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void hostsWithoutALineAreUnconfirmed() {
        assertThat(outcomes("good 198.51.100.7\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    @Test
    void anUnknownLineTakesItsPosition() {
        assertThat(outcomes("what?\ngood 198.51.100.7\n", A, B)).containsExactly(Outcome.UNCONFIRMED, Outcome.UPDATED);
    }

    @Test
    void theFirstLineOfAHostStands() {
        assertThat(outcomes("nochg b.example.com\nnochg a.example.com\nnochg b.example.com\n", A, B))
                .containsOnly(Outcome.UNCHANGED);
        assertThat(outcomes("good 203.0.113.9\nnochg a.example.com\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    // good

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good",
                "good ",
                "good 203.0.113.9",
                "good 198.51.100.70",
                "good 198.51.100",
                "good 198.51.100.007",
                "good 2001:db8::7",
                "good a.example.com",
                "good 198.51.100.7 now",
                "good now 198.51.100.7",
                "good 198.51.100.7,198.51.100.7",
                "good 198.51.100.7.",
                "good ip=198.51.100.7",
                "good $ip_address"
            })
    void goodThatSaysAnythingButTheAddressSentIsUnconfirmed(String line) {
        assertThat(outcomes(line, A)).containsExactly(Outcome.UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goodbye",
                "goodbye 198.51.100.7",
                "good,198.51.100.7",
                "good:198.51.100.7",
                "good=198.51.100.7",
                "good. 198.51.100.7",
                "go od 198.51.100.7",
                "not good 198.51.100.7",
                "198.51.100.7 good",
                "\"good 198.51.100.7\"",
                "<p>good 198.51.100.7</p>"
            })
    void onlyTheWholeFirstWordIsACode(String line) {
        assertThat(outcomes(line, A)).containsExactly(Outcome.UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8::7",
                "2001:DB8::7",
                "2001:0db8:0000:0000:0000:0000:0000:0007",
                "2001:db8:0:0:0:0:0:7",
                "2001:db8::0.0.0.7"
            })
    void goodWithTheSameIpv6AddressInAnotherSpellingUpdatesTheHost(String spelling) {
        assertThat(parse(200, "good " + spelling, "2001:db8::7", A))
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UPDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::8", "[2001:db8::7]", "2001:db8::7%eth0", "2001:db8::7/64", "198.51.100.7"})
    void goodWithAnythingElseThanTheIpv6AddressSentIsUnconfirmed(String other) {
        assertThat(parse(200, "good " + other, "2001:db8::7", A))
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void everyLineIsReadByItselfHoweverTheLinesBeforeItSpellTheAddress() {
        String body = "good 2001:DB8:0::7\ngood 2001:db8::8\ngood 2001:db8::8\ngood 2001:DB8:0::7\nnochg 2001:db8::7\n";
        assertThat(parse(200, body, "2001:db8::7", A, B, C, "d.example.com", "e.example.com"))
                .extracting(HostAnswer::outcome)
                .containsExactly(
                        Outcome.UPDATED, Outcome.UNCONFIRMED, Outcome.UNCONFIRMED, Outcome.UPDATED, Outcome.UNCHANGED);
    }

    // nochg

    @Test
    void nochgWithTheAddressSentLeavesTheHostOfItsPositionUnchanged() {
        assertThat(outcomes("good 198.51.100.7\nnochg 198.51.100.7\n", A, B))
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nochg a.example.com",
                "nochg a.example.com.",
                "nochg A.Example.COM",
                "nochg A.EXAMPLE.COM.",
                "NOCHG   a.example.com"
            })
    void nochgMayWriteTheNameInAnyCaseAndWithATrailingDot(String line) {
        assertThat(outcomes(line, A)).containsExactly(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nochg xn--bcher-kva.example.com",
                "nochg XN--BCHER-KVA.example.com.",
                "nochg b\u00fccher.example.com",
                "nochg B\u00dcCHER.example.com"
            })
    void nochgMayWriteAnInternationalizedNameInAsciiOrUnicode(String line) {
        assertThat(outcomes(line, A, "b\u00fccher.example.com"))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nochg",
                "nochg stranger.example.com",
                "nochg example.com",
                "nochg a.example.com.example.com",
                "nochg xa.example.com",
                "nochg 203.0.113.9",
                "nochg a.example.com b.example.com",
                "nochg a.example.com,b.example.com",
                "nochg a.example.com 198.51.100.7",
                "nochg a.example.com..",
                "nochg .a.example.com",
                "nochg $hostname"
            })
    void nochgOfAStrangerIsUnconfirmedAndTakesItsPosition(String line) {
        assertThat(outcomes(line + "\ngood 198.51.100.7\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UPDATED);
    }

    // Java's equalsIgnoreCase takes U+0131 and U+0130 for an i; in DNS they make other names.
    @ParameterizedTest
    @ValueSource(strings = {"nochg w\u0131k\u0131.example.com", "nochg w\u0130k\u0130.example.com"})
    void nochgOfANameWithTurkishIsIsOfAStranger(String line) {
        assertThat(outcomes(line, "wiki.example.com")).containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void aNochgMaySpellTheNameOfAHostWhoseTurnItIsNot() {
        assertThat(outcomes("nochg B.Example.COM.\nnochg C.example.com\nnochg a.EXAMPLE.com\n", A, B, C))
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    }

    // Codes of the whole request

    @ParameterizedTest
    @CsvSource({"nohost, nohost", "911, server-error", "badauth, badauth", "blocked, blocked"})
    void aCodeOfTheWholeRequestCountsForEveryHost(String code, String word) {
        Outcome outcome = Outcome.ofWord(word).orElseThrow();
        assertThat(outcomes(code + "\n", A, B, C)).containsExactly(outcome, outcome, outcome);
    }

    @Test
    void aCodeOfTheWholeRequestLeavesAloneWhatHasALineOfItsOwn() {
        assertThat(outcomes("good 198.51.100.7\nnochg b.example.com\nblocked\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.BLOCKED);
    }

    @Test
    void a911InTheMiddleCountsForWhatComesAfterItWhateverFollows() {
        assertThat(outcomes("good 198.51.100.7\n911\ngood 198.51.100.7\nnochg c.example.com\n", A, B, C))
                .containsExactly(Outcome.UPDATED, Outcome.SERVER_ERROR, Outcome.SERVER_ERROR);
    }

    @Test
    void theFirstOfTwoCodesOfTheWholeRequestCounts() {
        assertThat(outcomes("badauth\nblocked\n", A, B)).containsOnly(Outcome.BADAUTH);
    }

    @Test
    void aCodeOfTheWholeRequestReachesTheHostsAfterAnUnknownLine() {
        assertThat(outcomes("what?\n911\n", A, B).get(1)).isEqualTo(Outcome.SERVER_ERROR);
    }

    @Test
    void aCodeOfTheWholeRequestAfterTheLastLineChangesNothing() {
        assertThat(outcomes("good 198.51.100.7\n911\n", A)).containsExactly(Outcome.UPDATED);
    }

    @Test
    void aCodeOfTheWholeRequestMayBeFollowedByWords() {
        assertThat(outcomes("blocked too many updates\n", A)).containsExactly(Outcome.BLOCKED);
        assertThat(outcomes("911 internal error\n", A)).containsExactly(Outcome.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9110", "911.", "nohosts", "badauth2", "unblocked", "blocked:", "no host", "0911"})
    void aWordThatOnlyBeginsOrEndsLikeACodeIsNone(String line) {
        assertThat(outcomes(line, A)).containsExactly(Outcome.UNCONFIRMED);
    }

    // To Java, the sign for kelvin (U+212A) is a capital k.
    @Test
    void onlyLettersOfAsciiMakeACode() {
        assertThat(outcomes("bloc\u212aed\n", A)).containsExactly(Outcome.UNCONFIRMED);
    }

    // What stops the account

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocked",
                "good 198.51.100.7\nblocked",
                "good 198.51.100.7\ngood 198.51.100.7\ngood 198.51.100.7\nBLOCKED now",
                "nochg b.example.com\nnochg a.example.com\nblocked",
                "911\nblocked",
                "nohost\n\nblocked",
                "what?\nblocked",
                "badauth\nblocked",
                "blocked\nbadauth",
                "good 203.0.113.9\n911\nnohost\nwhat?\nblocked\ngood 198.51.100.7"
            })
    void blockedOnAnyLineStopsTheAccount(String body) {
        for (int status : List.of(200, 302, 401, 429, 500)) {
            assertThat(response(status, body, A, B).stop()).contains(Outcome.BLOCKED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"badauth", "good 198.51.100.7\nbadauth", "911\nbadauth", "nohost\nBadAuth", "what?\nbadauth"})
    void badauthOnAnyLineStopsTheAccount(String body) {
        for (int status : List.of(200, 401, 500)) {
            assertThat(response(status, body, A, B).stop()).contains(Outcome.BADAUTH);
        }
    }

    @Test
    void status401WithoutACodeStopsTheAccountToo() {
        assertThat(response(401, "", A).stop()).contains(Outcome.BADAUTH);
        assertThat(response(401, "<html>Unauthorized</html>", A).stop()).contains(Outcome.BADAUTH);
        assertThat(response(401, "good 198.51.100.7", A).stop()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "good 198.51.100.7",
                "nochg a.example.com",
                "911",
                "nohost",
                "you are not blocked",
                "unblocked",
                "<p>blocked</p>",
                "nochg blocked"
            })
    void nothingElseStopsTheAccount(String body) {
        for (int status : List.of(200, 302, 403, 429, 500)) {
            assertThat(response(status, body, A, B).stop()).isEmpty();
        }
    }

    @Test
    void aBlockAfterTheLinesOfTheHostsLeavesThemWhatTheyHave() {
        assertThat(outcomes("good 198.51.100.7\nblocked\n", A)).containsExactly(Outcome.UPDATED);
        assertThat(outcomes("911\nblocked\n", A)).containsExactly(Outcome.SERVER_ERROR);
    }

    // What revokes an earlier confirmation

    @ParameterizedTest
    @ValueSource(strings = {"good 203.0.113.9", "nochg 203.0.113.9", "GOOD 2001:db8::7", "nochg 198.51.100.70"})
    void aLineWithAnotherAddressRevokesWhatWasConfirmedForItsHostAlone(String line) {
        assertThat(parse(200, "good 198.51.100.7\n" + line + "\nwhat?", SENT, A, B, C))
                .extracting(HostAnswer::outcome, HostAnswer::revokes)
                .containsExactly(
                        tuple(Outcome.UPDATED, false),
                        tuple(Outcome.UNCONFIRMED, true),
                        tuple(Outcome.UNCONFIRMED, false));
        assertThat(parse(500, line, SENT, A)).extracting(HostAnswer::revokes).containsExactly(true);
    }

    @Test
    void nohostRevokesWhatWasConfirmedForEveryHostThatItCountsFor() {
        assertThat(parse(200, "good 198.51.100.7\nnohost", SENT, A, B, C))
                .extracting(HostAnswer::outcome, HostAnswer::revokes)
                .containsExactly(
                        tuple(Outcome.UPDATED, false), tuple(Outcome.NOHOST, true), tuple(Outcome.NOHOST, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "good",
                "nochg",
                "nochg stranger.example.com",
                "good 198.51.100",
                "good 198.51.100.7 now",
                "911",
                "badauth",
                "blocked",
                "203.0.113.9",
                "<p>good 203.0.113.9</p>",
                "nochg a.example.com"
            })
    void whatNamesNoOtherAddressRevokesNothing(String body) {
        assertThat(parse(200, body, SENT, A)).extracting(HostAnswer::revokes).containsExactly(false);
    }

    // How lines are read

    @ParameterizedTest
    @CsvSource({
        "GOOD 198.51.100.7, updated",
        "Good 198.51.100.7, updated",
        "NoChg a.example.com, unchanged",
        "NOHOST, nohost",
        "BadAuth, badauth",
        "Blocked, blocked"
    })
    void codesCountInAnyCase(String line, String word) {
        assertThat(outcomes(line, A)).containsExactly(Outcome.ofWord(word).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\n\r", "\r\r\n"})
    void anyLineEndingEndsALine(String end) {
        String body = "good 198.51.100.7" + end + "nochg b.example.com" + end + "good 198.51.100.7";
        assertThat(outcomes(body, A, B, C)).containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.UPDATED);
        assertThat(outcomes(body + end, A, B, C)).containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.UPDATED);
    }

    @Test
    void blankLinesTakeNoPosition() {
        assertThat(outcomes("\n\r\n \t\n\u00a0\ngood 198.51.100.7\n\n  \nnochg b.example.com\n\n", A, B))
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00a0", "\u2003", "\u3000", " \t\u00a0 "})
    void whiteSpaceAroundAndBetweenTheWordsIsTolerated(String space) {
        assertThat(outcomes(space + "good" + space + "198.51.100.7" + space + "\n", A))
                .containsExactly(Outcome.UPDATED);
        assertThat(outcomes(space + "nochg" + space + "a.example.com" + space + "\n", A))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(outcomes(space + "badauth" + space, A)).containsExactly(Outcome.BADAUTH);
    }

    @Test
    void aByteOrderMarkIsTolerated() {
        assertThat(outcomes(BOM + "good 198.51.100.7", A)).containsExactly(Outcome.UPDATED);
        assertThat(ResponseParser.parse(request(SENT, A), new ServerAnswer(200, utf8(BOM + "nochg a.example.com\r\n")))
                        .answers())
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void aByteOrderMarkAloneIsAnEmptyBody() {
        assertThat(outcomes(BOM, A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(message(200, BOM)).isEqualTo(message(200, ""));
    }

    // Bodies that are none

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\r\n", "\u00a0"})
    void anEmptyBodyConfirmsNothing(String body) {
        assertThat(outcomes(body, A, B)).containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    @Test
    void anHtmlPageConfirmsNothing() {
        String page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body>\n<p>good 198.51.100.7</p>\n"
                + "</body></html>\n";
        assertThat(outcomes(page, A, B, C)).containsOnly(Outcome.UNCONFIRMED);
    }

    @Test
    void nulBytesAreNoWhiteSpaceAndConfirmNothing() {
        assertThat(outcomes("\0good 198.51.100.7", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(outcomes("good 198.51.100.7\0", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(outcomes("good\0198.51.100.7", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(outcomes("\0\0\0\0", A)).containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void invalidUtf8ConfirmsNothingInItsOwnLineAlone() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("good 198.51.100.7"));
        body.write(0xc3);
        body.writeBytes(utf8("\ngood 198.51.100.7\n"));
        body.write(0xff);
        assertThat(ResponseParser.parse(request(SENT, A, B), new ServerAnswer(200, body.toByteArray()))
                        .answers())
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UPDATED);
    }

    @Test
    void overlongUtf8IsNoWayToWriteACode() {
        byte[] overlong = {(byte) 0xc1, (byte) 0xa7, 'o', 'o', 'd', ' '};
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(overlong);
        body.writeBytes(utf8(SENT));
        assertThat(ResponseParser.parse(request(SENT, A), new ServerAnswer(200, body.toByteArray()))
                        .answers())
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void utf16IsNotRead() {
        assertThat(ResponseParser.parse(
                                request(SENT, A),
                                new ServerAnswer(200, "good 198.51.100.7\n".getBytes(StandardCharsets.UTF_16)))
                        .answers())
                .extracting(HostAnswer::outcome)
                .containsExactly(Outcome.UNCONFIRMED);
    }

    // HTTP status

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 226, 299})
    void goodAndNochgCountUnderEveryStatusThatMeansSuccess(int status) {
        assertThat(outcomes(status, "good 198.51.100.7\nnochg b.example.com\n", A, B))
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 300, 301, 304, 400, 401, 403, 404, 414, 429, 500, 502, 503, 599, 2000})
    void goodAndNochgUnderAnyOtherStatusConfirmNothing(int status) {
        assertThat(outcomes(status, "good 198.51.100.7\nnochg b.example.com\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500, 503})
    void aCodeOfTheWholeRequestCountsWhateverTheStatus(int status) {
        assertThat(outcomes(status, "badauth\n", A)).containsExactly(Outcome.BADAUTH);
        assertThat(outcomes(status, "blocked\n", A)).containsExactly(Outcome.BLOCKED);
        assertThat(outcomes(status, "nohost\n", A)).containsExactly(Outcome.NOHOST);
        assertThat(outcomes(status, "911\n", A)).containsExactly(Outcome.SERVER_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Unauthorized</html>", "Unauthorized\nTry again\nLater"})
    void status401WithoutACodeIsABadPassword(String body) {
        assertThat(outcomes(401, body, A, B)).containsExactly(Outcome.BADAUTH, Outcome.BADAUTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 501, 502, 503, 504, 599})
    void status429And5xxWithoutACodeAreErrorsOfTheServer(int status) {
        assertThat(outcomes(status, "", A, B)).containsExactly(Outcome.SERVER_ERROR, Outcome.SERVER_ERROR);
        assertThat(outcomes(status, "<html>\n<h1>Sorry</h1>\n</html>", A, B))
                .containsExactly(Outcome.SERVER_ERROR, Outcome.SERVER_ERROR);
        assertThat(message(status, "")).contains(Integer.toString(status));
    }

    @Test
    void aStatusThatSaysFailureDoesNotReachHostsWithoutALineWhereTheBodyHasACode() {
        assertThat(outcomes(503, "good 198.51.100.7\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
        assertThat(outcomes(401, "nochg a.example.com\n", A, B))
                .containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectConfirmsNothing(int status) {
        assertThat(outcomes(status, "", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(outcomes(status, "<html>Moved</html>", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(message(status, "")).contains("redirect").contains(Integer.toString(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 400, 403, 404, 407, 414, 418})
    void anyOtherStatusWithoutACodeIsUnconfirmed(int status) {
        assertThat(outcomes(status, "", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(outcomes(status, "<html>no</html>", A)).containsExactly(Outcome.UNCONFIRMED);
        assertThat(message(status, "")).contains(Integer.toString(status));
    }

    // Messages

    @Test
    void messagesQuoteWhatWasNotUnderstood() {
        assertThat(message(200, "sorry, no")).contains("\"sorry, no\"");
        assertThat(message(200, "good 203.0.113.9"))
                .contains("\"good 203.0.113.9\"")
                .contains(SENT);
        assertThat(message(500, "good 198.51.100.7")).contains("500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "what|what",
                "what  |what",
                "what is  it|what is  it",
                "what\u00a0is it|what is it",
                "what  is|what is"
            })
    void messagesQuoteALineWithASingleBlankAfterItsFirstWord(String line, String quoted) {
        assertThat(message(200, line)).contains("\"" + quoted + "\"");
    }

    @Test
    void messagesSayUnderWhichStatusTheServerAnsweredWhat() {
        assertThat(message(404, "good 198.51.100.7")).contains("\"good 198.51.100.7\" under HTTP status 404");
        assertThat(message(404, "")).contains("answered nothing under HTTP status 404");
        assertThat(message(200, "")).isEqualTo("The server answered nothing.");
    }

    @Test
    void messagesTellAnAddressThatWasSetFromOneThatWasThereAlready() {
        assertThat(message(200, "good " + SENT)).isEqualTo("The server set the address to " + SENT + ".");
        assertThat(message(200, "nochg " + SENT)).isEqualTo("The server has the address " + SENT + " already.");
    }

    @Test
    void messagesSayThatAHostHasNoLineWhereOthersHave() {
        assertThat(parse(200, "good 198.51.100.7", SENT, A, B).get(1).message())
                .isEqualTo("The server answered without a line for this host.");
    }

    @Test
    void theMessageOfNohostSaysWhatTheSpecificationSaysAndWhatIsLikely() {
        assertThat(message(200, "nohost"))
                .contains("the request was missing hostname parameters")
                .contains("account does not have");
    }

    /** Half a megabyte: work that grows with the square of the length would take minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\n",
                "\n\r",
                " ",
                "\t\u00a0",
                "good ",
                "g o",
                "nochg x ",
                "nochg a.example.com\n",
                "nochg stranger.example.com\n",
                "nochg \u00fc.example.com\n",
                "good 203.0.113.9\n",
                "what?\n",
                "911\n",
                "xn--.",
                "nochg\n"
            })
    @Timeout(30)
    void theWorkGrowsWithTheLengthOfAnAnswerAndNotFaster(String piece) {
        String body = piece.repeat((512 << 10) / piece.length());
        String[] hosts =
                IntStream.range(0, 1000).mapToObj(i -> "h" + i + ".example.com").toArray(String[]::new);
        assertThat(parse(200, body, SENT, hosts)).hasSize(1000);
        assertThat(parse(200, body + "end", SENT, hosts)).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nohost", "911", "badauth", "blocked"})
    void messagesNameTheCodeOfTheWholeRequest(String code) {
        assertThat(message(200, code)).contains("(" + code + ")");
    }

    @Test
    void messagesNeverContainControlCharacters() {
        StringBuilder messages = new StringBuilder();
        int[] control = IntStream.rangeClosed(0, 0xffff)
                .filter(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0x2029)
                .toArray();
        for (int c : control) {
            String noise = Character.toString(c);
            for (String body : List.of(noise, "x" + noise + "y", "good " + noise, "nochg a" + noise + "b")) {
                parse(200, body, SENT, A, B).forEach(answer -> messages.append(answer.message()));
            }
        }
        assertThat(messages).isNotEmpty();
        assertThat(messages.chars())
                .doesNotContainAnyElementsOf(IntStream.of(control).boxed().toList());
        assertThat(message(200, "\u001b[31mred\u001b[0m \u0007")).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void messagesStayShortHoweverLongALineIs() {
        assertThat(message(200, "x".repeat(60_000)).length()).isLessThan(200);
    }

    private static UpdateRequest request(String address, String... hosts) {
        return new UpdateRequest(Arrays.stream(hosts).map(HostName::parse).toList(), IpAddress.parse(address));
    }

    private static ParsedResponse response(int status, String body, String... hosts) {
        return ResponseParser.parse(request(SENT, hosts), new ServerAnswer(status, body));
    }

    private static List<HostAnswer> parse(int status, String body, String address, String... hosts) {
        return ResponseParser.parse(request(address, hosts), new ServerAnswer(status, body))
                .answers();
    }

    private static List<Outcome> outcomes(String body, String... hosts) {
        return outcomes(200, body, hosts);
    }

    private static List<Outcome> outcomes(int status, String body, String... hosts) {
        return parse(status, body, SENT, hosts).stream()
                .map(HostAnswer::outcome)
                .toList();
    }

    private static String message(int status, String body) {
        return parse(status, body, SENT, A).get(0).message();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
