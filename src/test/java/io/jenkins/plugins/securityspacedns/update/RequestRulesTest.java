package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the request, seen from the server's side of a real socket. */
class RequestRulesTest {

    private static final String ADDRESS = "198.51.100.7";

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator);

    RequestRulesTest() {
        simulator.updateLimit(1000, java.time.Duration.ofMinutes(1));
        simulator.addAccount(
                Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com", "xn--bcher-kva.example");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<Outcome> outcomes(UpdateResult result) {
        return result.hosts().stream().map(HostResult::outcome).toList();
    }

    @Test
    void theRequestLineIsByteForByteTheSpecification() throws Exception {
        engine.update(ADDRESS, "a.example.com", "b.example.com");

        assertThat(simulator.requests())
                .extracting(ReceivedRequest::requestLine)
                .containsExactly(
                        "GET /dns/dynamic.html?hostname=a.example.com,b.example.com&myip=198.51.100.7 HTTP/1.1");
    }

    @Test
    void theHeadersNameTheHostTheCredentialsAndTheProduct() throws Exception {
        engine.update(ADDRESS, "a.example.com");

        ReceivedRequest request = simulator.requests().get(0);
        String credentials = Base64.getEncoder().encodeToString("alice:correct horse".getBytes(StandardCharsets.UTF_8));
        assertThat(request.header("Host"))
                .hasValue("localhost:" + simulator.httpsEndpoint().getPort());
        assertThat(request.header("Authorization")).hasValue("Basic " + credentials);
        assertThat(request.header("User-Agent")).hasValue("securityspace-dns/test (test)");
        assertThat(request.tls()).isTrue();
    }

    @Test
    void underscoresAndAWildcardAreSentAsTheyAre() throws Exception {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "*.example.com", "_sip._tcp.example.com");

        UpdateResult result = engine.update(ADDRESS, "*.Example.com, _sip._tcp.example.com");

        assertThat(simulator.requests().get(0).requestLine())
                .isEqualTo("GET /dns/dynamic.html?hostname=*.example.com,_sip._tcp.example.com&myip=198.51.100.7"
                        + " HTTP/1.1");
        assertThat(outcomes(result)).containsOnly(Outcome.UPDATED);
    }

    @Test
    void anIpv6AddressIsSentAsRfc5952WritesIt() throws Exception {
        UpdateResult result = engine.update("2001:DB8:0:0:0:0:0:7", "a.example.com");

        assertThat(simulator.requests().get(0).query()).isEqualTo("hostname=a.example.com&myip=2001:db8::7");
        assertThat(outcomes(result)).containsExactly(Outcome.UPDATED);
    }

    @Test
    void postSendsTheSameParametersAsAForm() throws Exception {
        engine.by(Method.POST).update(ADDRESS, "a.example.com", "b.example.com");

        ReceivedRequest request = simulator.requests().get(0);
        assertThat(request.requestLine()).isEqualTo("POST /dns/dynamic.html HTTP/1.1");
        assertThat(request.body()).isEqualTo("hostname=a.example.com,b.example.com&myip=198.51.100.7");
        assertThat(request.header("Content-Type")).hasValue("application/x-www-form-urlencoded");
        assertThat(simulator.address("b.example.com")).hasValue(ADDRESS);
    }

    @Test
    void credentialsAreSentWithTheFirstRequestWithoutWaitingForAChallenge() throws Exception {
        UpdateResult result = engine.update(ADDRESS, "a.example.com");

        assertThat(simulator.requests()).hasSize(1);
        assertThat(outcomes(result)).containsExactly(Outcome.UPDATED);
    }

    @Test
    void credentialsAreUtf8() throws Exception {
        simulator.addAccount("bäcker", "geheim€", "c.example.com");
        UpdateOrder order = Engine.orderOf("bäcker", "geheim€", "c.example.com");

        assertThat(outcomes(engine.update(ADDRESS, order))).containsExactly(Outcome.UPDATED);
    }

    @Test
    void aRefusedPasswordIsSentOnceAndNotAgain() throws Exception {
        UpdateResult result = engine.update(ADDRESS, Engine.order("wrong", new String[] {"a.example.com"}));

        assertThat(outcomes(result)).containsExactly(Outcome.BADAUTH);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void manyHostsGoInOneRequest() throws Exception {
        String[] hosts = IntStream.range(0, 200)
                .mapToObj(i -> "host" + i + ".example.com")
                .toArray(String[]::new);
        simulator.addAccount("many", "pw", hosts);
        UpdateOrder order = Engine.orderOf("many", "pw", hosts);

        assertThat(outcomes(engine.update(ADDRESS, order))).hasSize(200).containsOnly(Outcome.UPDATED);
        assertThat(simulator.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void beyond8000BytesHostsAreSplitOverSeveralRequestsInOrder(Method method) throws Exception {
        String[] hosts = IntStream.range(0, 300)
                .mapToObj(i -> "a-rather-long-host-name-for-one-" + i + ".example.com")
                .toArray(String[]::new);
        simulator.addAccount("many", "pw", hosts);
        UpdateOrder order = Engine.orderOf("many", "pw", hosts);

        UpdateResult result = engine.by(method).update(ADDRESS, order);

        assertThat(outcomes(result)).hasSize(300).containsOnly(Outcome.UPDATED);
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.requests())
                .allSatisfy(
                        request -> assertThat(request.requestLine().length()).isLessThanOrEqualTo(8000));
        List<String> sent = simulator.requests().stream()
                .flatMap(request -> Arrays.stream(
                        request.parameter("hostname").orElseThrow().split(",")))
                .toList();
        assertThat(sent).containsExactly(hosts);
    }

    @Test
    void on414ARequestIsSplitOnceMore() throws Exception {
        simulator.next(Fault.answer(414, "too long"));

        UpdateResult result = engine.update(ADDRESS, "a.example.com", "b.example.com");

        assertThat(simulator.requests())
                .extracting(ReceivedRequest::query)
                .containsExactly(
                        "hostname=a.example.com,b.example.com&myip=198.51.100.7",
                        "hostname=a.example.com&myip=198.51.100.7",
                        "hostname=b.example.com&myip=198.51.100.7");
        assertThat(outcomes(result)).containsExactly(Outcome.UPDATED, Outcome.UPDATED);
        assertThat(engine.log)
                .contains("The server finds the request too long (HTTP status 414). It is sent again in two halves.");
    }

    @Test
    void a414WithACodeIsAnAnswerAndNotSentAgain() throws Exception {
        simulator.always(Fault.answer(414, "blocked"));

        UpdateResult result = engine.update(ADDRESS, "a.example.com", "b.example.com");

        assertThat(outcomes(result)).containsExactly(Outcome.BLOCKED, Outcome.BLOCKED);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void a414ForAHalfIsNotSplitAgain() throws Exception {
        simulator.always(Fault.answer(414, "too long"));

        UpdateResult result = engine.update(ADDRESS, "a.example.com", "b.example.com");

        assertThat(simulator.requests()).hasSize(3);
        assertThat(outcomes(result)).containsExactly(Outcome.UNCONFIRMED, Outcome.UNCONFIRMED);
    }

    @Test
    void a414ForASingleHostIsNotSentAgain() throws Exception {
        simulator.always(Fault.answer(414, ""));

        assertThat(outcomes(engine.update(ADDRESS, "a.example.com"))).containsExactly(Outcome.UNCONFIRMED);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void hostNamesAreNormalizedAndSentOnceAndEverySpellingGetsItsOutcome() throws Exception {
        UpdateResult result =
                engine.update(ADDRESS, "A.Example.com., a.example.com  bücher.example", "XN--BCHER-KVA.example");

        assertThat(simulator.requests().get(0).parameter("hostname")).hasValue("a.example.com,xn--bcher-kva.example");
        assertThat(result.hosts())
                .extracting(HostResult::hostname)
                .containsExactly("A.Example.com.", "a.example.com", "bücher.example", "XN--BCHER-KVA.example");
        assertThat(outcomes(result)).containsOnly(Outcome.UPDATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNeverFollowed(int status) throws Exception {
        try (Simulator other = Simulator.start()) {
            other.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com");
            simulator.always(Fault.redirect(status, other.httpEndpoint()));

            UpdateResult result = engine.update(ADDRESS, "a.example.com");

            assertThat(outcomes(result)).containsExactly(Outcome.UNCONFIRMED);
            assertThat(result.hosts().get(0).message()).contains("redirect");
            assertThat(other.requests()).isEmpty();
            assertThat(simulator.requests()).hasSize(1);
        }
    }

    @Test
    void anAnswer503WithRetryAfterZeroIsNotRepeatedBehindOurBack() throws Exception {
        simulator.always(Fault.answer(503, "", "Retry-After: 0"));

        assertThat(outcomes(engine.update(ADDRESS, "a.example.com"))).containsExactly(Outcome.SERVER_ERROR);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void anAnswer408IsNotRepeatedBehindOurBack() throws Exception {
        simulator.always(Fault.answer(408, ""));

        assertThat(outcomes(engine.update(ADDRESS, "a.example.com"))).containsExactly(Outcome.UNCONFIRMED);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void plainHttpIsUsedOnlyWhereItWasChosen() throws Exception {
        URI closed = URI.create("https://localhost:" + simulator.httpEndpoint().getPort() + "/dns/dynamic.html");

        UpdateResult result = engine.at(closed).update(ADDRESS, "a.example.com");

        assertThat(outcomes(result)).containsExactly(Outcome.UNREACHABLE);
        assertThat(simulator.requests()).isEmpty();
    }
}
