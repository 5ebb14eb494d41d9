package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParser;
import io.jenkins.plugins.securityspacedns.protocol.ServerAnswer;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in the language of a reader. */
class PhrasesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");

    private static String german(String english) {
        return Phrases.in(Locale.GERMAN, ZoneOffset.UTC, english);
    }

    @Test
    void whatIsFilledInIsKeptAndTranslatedIfItIsAPhrase() {
        assertThat(german("The server set the address to 198.51.100.7."))
                .isEqualTo("Der Server hat die Adresse auf 198.51.100.7 gesetzt.");
        assertThat(german("Not sent: SecuritySpace refused this password at 2026-03-01 12:00:00 UTC."
                        + " Correct the credentials to go on."))
                .isEqualTo("Nicht gesendet: SecuritySpace hat dieses Passwort am 01.03.2026, 12:00 abgelehnt."
                        + " Berichtigen Sie die Zugangsdaten, dann geht es weiter.");
        assertThat(german("office (sources of Jenkins): No public IPv4 address could be established, because no source"
                        + " named one.\nhttps://one.example/: connection refused."))
                .isEqualTo("office (sources of Jenkins): Es lie\u00df sich keine \u00f6ffentliche IPv4-Adresse"
                        + " feststellen, denn keine Quelle nannte eine.\n"
                        + "https://one.example/: Die Verbindung wurde abgelehnt.");
    }

    @Test
    void otherLanguagesThanThoseThatAreTranslatedGetEnglish() {
        String english = "The server set the address to 198.51.100.7.";
        assertThat(Phrases.in(Locale.ENGLISH, ZoneOffset.UTC, english)).isEqualTo(english);
        assertThat(Phrases.in(Locale.JAPANESE, ZoneOffset.UTC, english)).isEqualTo(english);
        assertThat(Phrases.in(Locale.forLanguageTag("de-AT"), ZoneOffset.UTC, english))
                .isEqualTo(german(english));
    }

    @Test
    void timesAreToldByTheClockOfTheReader() {
        String english = "Next try after 2026-03-01 12:00:00 UTC.";
        assertThat(Phrases.in(Locale.GERMAN, ZoneId.of("Europe/Berlin"), english))
                .isEqualTo("N\u00e4chster Versuch nach 01.03.2026, 13:00.");
        assertThat(Phrases.in(Locale.US, ZoneId.of("America/New_York"), english))
                .matches("Next try after Mar 1, 2026, 7:00\\hAM\\.");
    }

    @Test
    void whoFoundAnAddressAndByWhichSourcesIsTranslatedInside() {
        assertThat(german("the controller (its own sources, asked 7 s ago): The public address is 8.8.8.8, says a."))
                .isEqualTo(
                        "der Controller (eigene Quellen, gefragt vor 7 s): Die öffentliche Adresse ist 8.8.8.8, laut a.");
        assertThat(german("office (default sources): The public address is 8.8.8.8, says a."))
                .startsWith("office (Quellen der Vorgabe): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Whatever another plugin says.", "{0} $1 \\ (?<p0>", "Not sent:"})
    void whatNobodyTranslatedStaysEnglish(String text) {
        assertThat(german(text)).isEqualTo(text);
    }

    static Stream<String> saidOfAnswers() {
        UpdateRequest request = new UpdateRequest(List.of(HostName.parse("a.example.com")), ADDRESS);
        return Stream.of(
                        "200 good 198.51.100.7",
                        "200 nochg",
                        "200 nochg 198.51.100.7",
                        "200 nohost",
                        "200 911",
                        "200 badauth",
                        "200 blocked",
                        "200 good 203.0.113.9",
                        "200 nochg x",
                        "200 hello",
                        "200 ",
                        "404 ",
                        "404 good 198.51.100.7",
                        "401 ",
                        "503 ",
                        "302 ")
                .map(answer -> ResponseParser.parse(
                        request,
                        new ServerAnswer(
                                Integer.parseInt(answer.substring(0, 3)),
                                answer.substring(4).getBytes(StandardCharsets.UTF_8))))
                .flatMap(response -> response.answers().stream())
                .map(answer -> answer.message());
    }

    static Stream<String> saidOfHolds() {
        HostState.Confirmation confirmation = new HostState.Confirmation(ADDRESS, NOON);
        return Stream.concat(
                Stream.of(Outcome.BLOCKED, Outcome.BADAUTH, Outcome.NOHOST, Outcome.SERVER_ERROR)
                        .map(cause -> HoldMessages.of(new Decision.Held(cause, NOON, Optional.of(NOON)))),
                Stream.of(
                        HoldMessages.AFTER_UNREACHABLE,
                        HoldMessages.of(new Decision.Current(confirmation, Optional.of(NOON))),
                        HoldMessages.ofNohost("The server answered nothing.", Optional.of(confirmation)),
                        HoldMessages.ofNohost("The server answered nothing.", Optional.empty()),
                        HoldMessages.withNextTry("The server answered nothing.", NOON)));
    }

    static Stream<String> saidOfPublications() {
        return Stream.of(
                new Publication.Seen(Optional.of(Duration.ofMillis(3200)), "Published after 3.2 s by ns1.example.com.")
                        .message("The server set the address to 198.51.100.7."),
                "SecuritySpace confirmed 198.51.100.7, but after 120.0 s the name servers do not all serve it:"
                        + " ns1.example.com (192.0.2.1) did not answer in time; ns2.example.com (192.0.2.2) serves 203.0.113.9;"
                        + " ns3.example.com (192.0.2.3) has no such name.");
    }

    /** As the log of the trigger has them. */
    static Stream<String> saidOfLooks() {
        return Stream.of(
                "The address of the controller is 198.51.100.7, which SecuritySpace confirmed for a.example.com and 1 more at"
                        + " 2026-03-01 12:00:00 UTC.",
                "The address of office changed from 198.51.100.7 to 203.0.113.9.",
                "a.example.com: the name servers serve 203.0.113.9 instead of 198.51.100.7.",
                "SecuritySpace confirmed 198.51.100.7 for a.example.com at 2026-03-01 12:00:00 UTC, and a keep-alive is due"
                        + " since 2026-03-26 12:00:00 UTC.",
                "The agent \"office\" is offline.",
                "Build #7 runs.",
                "ns1.example.com (192.0.2.1) has no such name; ns2.example.com (192.0.2.2) has no such name");
    }

    static Stream<String> saidOfInputs() {
        Stream<Runnable> mistakes = Stream.of(
                () -> HostName.parse("localhost"),
                () -> HostName.parse("a..example.com"),
                () -> HostName.parse("a.1"),
                () -> HostName.parse("-a.example.com"),
                () -> HostName.parse("a/b.example.com"),
                () -> HostName.parse("a".repeat(70) + ".example.com"),
                () -> IpAddress.parse("nowhere"),
                () -> AddressFinder.given("127.0.0.1"),
                () -> FailOn.parse(List.of("x")),
                () -> Publication.within(0),
                () -> NameServers.of("x"));
        return mistakes.map(mistake -> {
            try {
                mistake.run();
                return "";
            } catch (InvalidInputException e) {
                return e.getMessage();
            }
        });
    }

    @ParameterizedTest
    @MethodSource({"saidOfAnswers", "saidOfHolds", "saidOfPublications", "saidOfLooks", "saidOfInputs"})
    void everySentenceIsTranslated(String english) {
        assertThat(english).isNotEmpty();
        assertThat(german(english)).doesNotContainPattern("(?i)\\b(the|is|at|has|with|host name|not sent|which)\\b");
    }

    @Test
    void everyPhraseIsStillSaidSomewhere() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(file -> file.toString().endsWith(".java"))
                    .map(PhrasesTest::read)
                    .collect(Collectors.joining())
                    .replaceAll("\"\\s*\\+\\s*\"", "")
                    .replace("\\\"", "\"");
        }
        ResourceBundle english = ResourceBundle.getBundle(Phrases.class.getName(), Locale.ROOT);
        for (String key : english.keySet()) {
            for (String piece : english.getString(key).split("\\{\\d}")) {
                String words = piece.replaceAll("^[ :.,;()\"]+|[ :.,;()\"]+$", "");
                assertThat(isSaid(words, code)).as("%s: %s", key, words).isTrue();
            }
        }
    }

    /** As one text, or put together from two that have two words at least. */
    private static boolean isSaid(String words, String code) {
        return code.contains(words)
                || IntStream.range(0, words.length())
                        .filter(i -> words.charAt(i) == ' ')
                        .anyMatch(i -> words.substring(0, i).contains(" ")
                                && code.contains(words.substring(0, i))
                                && isSaid(words.substring(i + 1), code));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
