package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP itself, TLS, and the log. */
class SimulatorConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String AUTHORIZATION = "Authorization: " + Client.basic("user", "pass");
    private static final String REQUEST = "GET /dns/dynamic.html?hostname=a.example.com&myip=203.0.113.5 HTTP/1.1\r\n"
            + "Host: simulator\r\n" + AUTHORIZATION + "\r\n";

    private final SettableClock clock = new SettableClock();
    private final Simulator simulator = Simulator.start(clock);
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private RawClient raw() throws Exception {
        simulator.addAccount("user", "pass", "a.example.com");
        return new RawClient(simulator.httpEndpoint());
    }

    @Test
    void anAnswerIsExactToTheByte() throws Exception {
        try (RawClient raw = raw()) {
            assertThat(raw.send(REQUEST + "\r\n").readAnswer())
                    .isEqualTo("HTTP/1.1 200 OK\r\nServer: securityspace-simulator\r\n"
                            + "Content-Type: text/plain; charset=UTF-8\r\nContent-Length: 17\r\n\r\n"
                            + "good 203.0.113.5\n");
        }
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws Exception {
        try (RawClient raw = raw()) {
            assertThat(raw.send(REQUEST + "\r\n").readAnswer()).endsWith("good 203.0.113.5\n");
            String post = "POST /dns/dynamic.html HTTP/1.1\r\nHost: simulator\r\n" + AUTHORIZATION
                    + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: 41\r\n\r\n"
                    + "hostname=a.example.com&myip=203.0.113.250";
            assertThat(raw.send(post).readAnswer()).endsWith("good 203.0.113.250\n");
            assertThat(raw.send("HEAD / HTTP/1.1\r\n\r\n" + REQUEST + "Connection: close\r\n\r\n")
                            .readAll()
                            .text())
                    .startsWith("HTTP/1.1 404 Not Found\r\n")
                    .contains("Content-Length: 10\r\n\r\nHTTP/1.1 200 OK\r\n")
                    .contains("Connection: close\r\n")
                    .endsWith("\r\n\r\ngood 203.0.113.5\n");
        }
        assertThat(simulator.requests()).hasSize(4);
    }

    @Test
    void anHttp10RequestEndsTheConnection() throws Exception {
        try (RawClient raw = raw()) {
            RawClient.Received received =
                    raw.send(REQUEST.replace("HTTP/1.1", "HTTP/1.0") + "\r\n").readAll();
            assertThat(received.body()).isEqualTo("good 203.0.113.5\n");
            assertThat(received.reset()).isFalse();
        }
    }

    @Test
    void aClientMayAskBeforeItSendsTheBody() throws Exception {
        try (RawClient raw = raw()) {
            String head = "POST /dns/dynamic.html HTTP/1.1\r\nHost: simulator\r\n" + AUTHORIZATION
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 22\r\n"
                    + "Expect: 100-continue\r\nConnection: close\r\n\r\n";
            assertThat(raw.send(head + "hostname=a.example.com").readAll().text())
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")
                    .endsWith("good 127.0.0.1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n",
                "GET / HTTP/2.0\r\n",
                "get / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n",
                "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedAndTheConnectionEnds(String text) throws Exception {
        try (RawClient raw = raw()) {
            RawClient.Received received = raw.send(text).readAll();
            assertThat(received.text()).startsWith("HTTP/1.1 400 Bad Request\r\n");
            assertThat(received.reset()).isFalse();
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void tlsIsTrustedWithTheAuthorityForBothNames() throws Exception {
        simulator.addAccount("user", "pass", "a.example.com");
        for (String host : List.of("localhost", "127.0.0.1")) {
            String uri = simulator.httpsEndpoint().toString().replace("localhost", host);
            HttpRequest.Builder request = HttpRequest.newBuilder(Client.with(URI.create(uri), "hostname=a.example.com"))
                    .header("Authorization", Client.basic("user", "pass"));
            assertThat(client.send(request).statusCode()).isEqualTo(200);
        }
        assertThat(simulator.requests()).extracting(ReceivedRequest::tls).containsExactly(true, true);
    }

    @Test
    void theLogHoldsARequestAsItCame() throws Exception {
        try (RawClient raw = raw()) {
            raw.send(REQUEST + "x-ODD:  two  spaces \r\n\r\n").readAnswer();
        }
        ReceivedRequest request = simulator.requests().get(0);
        assertThat(request.requestLine())
                .isEqualTo("GET /dns/dynamic.html?hostname=a.example.com&myip=203.0.113.5 HTTP/1.1");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/dns/dynamic.html?hostname=a.example.com&myip=203.0.113.5");
        assertThat(request.path()).isEqualTo("/dns/dynamic.html");
        assertThat(request.query()).isEqualTo("hostname=a.example.com&myip=203.0.113.5");
        assertThat(request.parameter("myip")).contains("203.0.113.5");
        assertThat(request.headers()).containsExactly("Host: simulator", AUTHORIZATION, "x-ODD:  two  spaces ");
        assertThat(request.header("X-Odd")).contains("two  spaces");
        assertThat(request.credentials()).contains(new BasicCredentials("user", "pass"));
        assertThat(request.body()).isEmpty();
        assertThat(request.time()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(request.tls()).isFalse();
        assertThat(request.peer().isLoopbackAddress()).isTrue();
    }

    @Test
    void requestsInFlightAreCountedAndAwaited() throws Exception {
        simulator.always(Fault.silence());
        try (RawClient first = raw();
                RawClient second = raw()) {
            first.send(REQUEST + "\r\n");
            second.send(REQUEST + "\r\n");
            assertThat(simulator.awaitRequests(2, PATIENCE)).hasSize(2);
            assertThat(simulator.maxInFlight()).isEqualTo(2);
        }
    }

    @Test
    void requestsOneAfterTheOtherAreNeverTwoInFlight() throws Exception {
        try (RawClient raw = raw()) {
            raw.send(REQUEST + "\r\n").readAnswer();
            raw.send(REQUEST + "\r\n").readAnswer();
        }
        assertThat(simulator.maxInFlight()).isEqualTo(1);
        simulator.clearRequests();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void waitingInVainIsAnError() {
        assertThatThrownBy(() -> simulator.awaitRequests(1, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 1 requests, received 0");
    }

    @Test
    void closingEndsConnectionsAndFreesThePort() throws Exception {
        try (RawClient raw = raw()) {
            raw.send(REQUEST + "\r\n").readAnswer();
            simulator.close();
            assertThat(raw.readAll().text()).isEmpty();
            assertThatThrownBy(() ->
                            new Socket("127.0.0.1", simulator.httpEndpoint().getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closingEndsARequestThatWaits() throws Exception {
        simulator.next(Fault.delay(Duration.ofDays(1)));
        try (RawClient raw = raw()) {
            raw.send(REQUEST + "\r\n");
            simulator.awaitRequests(1, PATIENCE);
            simulator.close();
            assertThat(raw.readAll().text()).isEmpty();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("simulator-" + simulator.httpEndpoint().getPort());
    }
}
