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
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern STATEMENT = Pattern.compile(";\\s*\\n|\\{\\s*\\n");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern TWO_WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    /** Logs, threads, patterns, XML, and failures that only a mistake in the code leads to. */
    private static final Pattern NOT_FOR_READERS = Pattern.compile(
            "LOGGER|\\blog\\(|log\\.accept|Illegal(?:State|Argument)Exception|Thread\\(|threads\\(|Pattern\\.|xmlns");

    /** Texts that no reader is told in a sentence. */
    private static final Set<String> NOT_SAID = Set.of(
            "this machine",
            "not for",
            "timed out",
            "Timed out",
            "unexpected end of stream",
            "Failed to authenticate with proxy");

    private static String german(String english) {
        return Phrases.in(Locale.GERMAN, ZoneOffset.UTC, english);
    }

    @Test
    void whatIsFilledInIsKeptAndTranslatedIfItIsAPhrase() {
        assertThat(german("The server set the address to 198.51.100.7."))
                .isEqualTo("Der Server hat die Adresse auf 198.51.100.7 gesetzt.");
        assertThat(german("The resolver 192.0.2.53 did not answer in time."))
                .isEqualTo("Der Resolver 192.0.2.53 antwortete nicht rechtzeitig.");
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
                "ns1.example.com (192.0.2.1) has no such name; ns2.example.com (192.0.2.2) has no such name",
                "a.example.com: SecuritySpace knew no host of this request at 2026-03-01 12:00:00 UTC. Correct the host"
                        + " names, or force the update.",
                "There is no agent \"office\" any more, on which the last update ran, and no agent of the job's label"
                        + " \"linux\" is online.",
                "SecuritySpace confirmed 198.51.100.7 for a.example.com at 2026-03-01 12:00:00 UTC, and that is in the"
                        + " future: a clock was wrong.",
                "The ledger /var/ledger cannot be read: Permission denied",
                "The ledger /var/ledger is damaged: it holds something that is not of a ledger. Restore it from a backup,"
                        + " or delete it to begin anew.");
    }

    /** As each line has them that tells what a source said. */
    static Stream<String> saidOfSources() {
        return Stream.of(
                        "https://one.example/ over a proxy: cannot resolve the proxy proxy.example",
                        "https://one.example/: no answer within 1.5 s",
                        "https://one.example/: status 301, not 200; redirects are not followed",
                        "https://one.example/: 10.0.0.1 is not reachable from the internet: private-use (RFC 1918)",
                        "https://one.example/: 198.51.100.7 is not an IPv6 address",
                        "dns://192.0.2.53/a.example.com: the resolver answered with 2 different values, not one",
                        "interface: the machine has several public IPv4 addresses: 198.51.100.7, 203.0.113.9",
                        "interface:eth0: the interface has no public IPv6 address",
                        "natpmp://192.168.1.1: NAT-PMP is switched off in it",
                        "upnp: 192.168.1.1 says no answer; 192.168.1.2 says nothing, the connection failed",
                        "upnp: no router answers; UPnP may be switched off in it",
                        "upnp: your router's own address is 100.64.0.1: the provider uses carrier-grade NAT, no name can"
                                + " lead to it",
                        "http://192.168.1.1/#:~:text=WAN: the text \"WAN\" is not on the page, which is titled \"Login\"",
                        "The address 10.0.0.1 is given. Mind: 10.0.0.1 is not reachable from the internet: private-use"
                                + " (RFC 1918)",
                        "office: No public IPv4 address could be established, because the sources named 8.8.8.8 and"
                                + " 9.9.9.9, and one address has to have more independent sources than every other, and"
                                + " at least 2")
                .map(text -> text + ".");
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
    @MethodSource({"saidOfAnswers", "saidOfHolds", "saidOfPublications", "saidOfLooks", "saidOfSources", "saidOfInputs"
    })
    void everySentenceIsTranslated(String english) {
        assertThat(english).isNotEmpty();
        assertThat(german(english)).doesNotContainPattern("(?i)\\b(the|is|at|has|with|host name|not|no|which)\\b(?!-)");
    }

    @Test
    void everyPhraseIsStillSaidSomewhere() {
        String code = code(Path.of("src/main/java")).replace("\\\"", "\"");
        assertThat(phrases()
                        .flatMap(phrase -> Stream.of(phrase.split("\\{\\d}")))
                        .map(PhrasesTest::words))
                .allMatch(words -> isSaid(words, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger", "agent", "address", "lookup", "update", "protocol", "http"})
    void whatIsSaidIsOfAPhrase(String folder) {
        String said = phrases().collect(Collectors.joining("\n"));
        assertThat(STATEMENT
                        .splitAsStream(code(Path.of("src/main/java/io/jenkins/plugins/securityspacedns", folder)))
                        .filter(statement -> !NOT_FOR_READERS.matcher(statement).find())
                        .flatMap(statement -> TEXT.matcher(statement).results())
                        .map(text -> words(text.group(1).replace("\\\"", "\"").replaceAll("\\\\n| [A-Z]+$", "")))
                        .filter(words -> TWO_WORDS.matcher(words).find() && !NOT_SAID.contains(words)))
                .allMatch(words -> isSaid(words, said));
    }

    private static Stream<String> phrases() {
        ResourceBundle english = ResourceBundle.getBundle(Phrases.class.getName(), Locale.ROOT);
        return english.keySet().stream().map(key -> english.getString(key).replace("''", "'"));
    }

    /** Without comments, and with texts that stand in several lines in one. */
    private static String code(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(PhrasesTest::read)
                    .collect(Collectors.joining())
                    .replaceAll("(?s)/\\*.*?\\*/|(?-s: // .*)", "")
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(String text) {
        return text.replaceAll("^[ :.,;()\"]+|[ :.,;()\"]+$", "");
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
