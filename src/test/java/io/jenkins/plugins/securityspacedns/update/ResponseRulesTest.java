package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the response: what the server says on the wire, and what each of three hosts gets for it. */
class ResponseRulesTest {

    private static final String ADDRESS = "198.51.100.7";
    private static final String[] HOSTS = {"a.example.com", "b.example.com", "c.example.com"};

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<Outcome> outcomes(Fault fault, String... hosts) throws InterruptedException {
        simulator.always(fault);
        return engine.update(ADDRESS, hosts).hosts().stream()
                .map(HostResult::outcome)
                .toList();
    }

    private static Arguments body(String rule, String body, Outcome... outcomes) {
        return Arguments.of(rule, body, List.of(outcomes));
    }

    static Stream<Arguments> bodies() {
        Outcome updated = Outcome.UPDATED;
        Outcome unchanged = Outcome.UNCHANGED;
        Outcome unconfirmed = Outcome.UNCONFIRMED;
        Outcome serverError = Outcome.SERVER_ERROR;
        String good = "good 198.51.100.7";
        return Stream.of(
                body("lines pair by position", good + "\nnochg b.example.com\n" + good, updated, unchanged, updated),
                body("a BOM is skipped", "\ufeff" + good + "\n" + good + "\n" + good, updated, updated, updated),
                body("CRLF ends a line", good + "\r\n" + good + "\r\n" + good + "\r\n", updated, updated, updated),
                body("CR ends a line", good + "\r" + good + "\r" + good, updated, updated, updated),
                body(
                        "blank lines do not count",
                        "\n\n" + good + "\n \t\n" + good + "\n\n" + good,
                        updated,
                        updated,
                        updated),
                body(
                        "outer white space is ignored",
                        "  " + good + "\t\n\t" + good + " \n" + good,
                        updated,
                        updated,
                        updated),
                body(
                        "codes may have any case",
                        "GOOD 198.51.100.7\nNoChg B.Example.COM\n911",
                        updated,
                        unchanged,
                        serverError),
                body(
                        "the code is the whole first word",
                        "goodbye\ngood198.51.100.7\n<good> 198.51.100.7",
                        unconfirmed,
                        unconfirmed,
                        unconfirmed),
                body(
                        "nochg pairs by name where it names another requested host",
                        "nochg c.example.com\nnochg a.example.com\nnochg b.example.com",
                        unchanged,
                        unchanged,
                        unchanged),
                body(
                        "nochg with the address sent confirms",
                        "nochg 198.51.100.7\n" + good + "\n" + good,
                        unchanged,
                        updated,
                        updated),
                body(
                        "nochg of a stranger confirms nothing",
                        "nochg x.example.com\n" + good + "\n" + good,
                        unconfirmed,
                        updated,
                        updated),
                body(
                        "nochg without a name confirms nothing",
                        "nochg\n" + good + "\n" + good,
                        unconfirmed,
                        updated,
                        updated),
                body(
                        "good without an address confirms nothing",
                        "good\n" + good + "\n" + good,
                        unconfirmed,
                        updated,
                        updated),
                body(
                        "good with another address confirms nothing",
                        "good 198.51.100.71\n" + good + "\n" + good,
                        unconfirmed,
                        updated,
                        updated),
                body("an unknown word takes its position", good + "\ndnserr\n" + good, updated, unconfirmed, updated),
                body("a missing line confirms nothing", good + "\n" + good, updated, updated, unconfirmed),
                body("more lines than hosts change nothing", (good + "\n").repeat(5), updated, updated, updated),
                body("nohost counts for the whole request", "nohost", Outcome.NOHOST, Outcome.NOHOST, Outcome.NOHOST),
                body(
                        "badauth counts for the whole request",
                        "badauth",
                        Outcome.BADAUTH,
                        Outcome.BADAUTH,
                        Outcome.BADAUTH),
                body(
                        "blocked counts for the whole request",
                        "blocked",
                        Outcome.BLOCKED,
                        Outcome.BLOCKED,
                        Outcome.BLOCKED),
                body(
                        "911 counts for every host without a line of its own yet",
                        good + "\n911\n" + good,
                        updated,
                        serverError,
                        serverError),
                body("an empty body confirms nothing", "", unconfirmed, unconfirmed, unconfirmed),
                body(
                        "HTML confirms nothing",
                        "<html><body>good 198.51.100.7</body></html>",
                        unconfirmed,
                        unconfirmed,
                        unconfirmed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyMeansForEachHostWhatTheRulesSay(String rule, String body, List<Outcome> expected) throws Exception {
        assertThat(outcomes(Fault.answer(200, body), HOSTS)).as(rule).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500, 503, 302})
    void goodUnderAStatusOtherThan2xxConfirmsNothing(int status) throws Exception {
        assertThat(outcomes(Fault.answer(status, "good 198.51.100.7"), "a.example.com"))
                .containsExactly(Outcome.UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 500, 503})
    void aCodeOfTheWholeRequestCountsWhateverTheStatus(int status) throws Exception {
        assertThat(outcomes(Fault.answer(status, "blocked\n"), "a.example.com")).containsExactly(Outcome.BLOCKED);
    }

    @Test
    void aGzippedBodyIsRead() throws Exception {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, HOSTS);

        assertThat(outcomes(Fault.gzip(), HOSTS)).containsOnly(Outcome.UPDATED);
    }

    @Test
    void aChunkedBodyIsRead() throws Exception {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, HOSTS);

        assertThat(outcomes(Fault.chunked(), HOSTS)).containsOnly(Outcome.UPDATED);
    }

    @Test
    void bytesThatAreNotUtf8ConfirmNothing() throws Exception {
        byte[] body = "good 198.51.100.7".getBytes(StandardCharsets.UTF_16);

        assertThat(outcomes(Fault.answer(200, body), "a.example.com")).containsExactly(Outcome.UNCONFIRMED);
    }

    @Test
    void messagesCarryNoControlCharactersOfTheServer() throws Exception {
        simulator.always(Fault.answer(200, "evil\u001b[31m\u0007 text\u202e"));

        String message = engine.update(ADDRESS, "a.example.com").hosts().get(0).message();

        assertThat(message).contains("evil").matches("[^\\p{Cc}\\p{Cf}]*");
    }

    @Test
    void credentialsThatTheServerSendsBackAreNotShown() throws InterruptedException {
        for (String start : List.of("HTTP/1.1 200 OK\r\n\r\n", "")) {
            simulator.always(exchange -> {
                String header = exchange.request().header("Authorization").orElseThrow();
                Fault.raw((start + "Authorization: " + header + "\r\n").getBytes(StandardCharsets.UTF_8))
                        .play(exchange);
            });
            assertThat(engine.update(ADDRESS, "a.example.com").hosts())
                    .singleElement()
                    .extracting(HostResult::message)
                    .asString()
                    .contains("Authorization: Basic ***")
                    .doesNotContain("YWxpY2U6");
            engine.clock.move(Duration.ofDays(1));
        }
    }
}
