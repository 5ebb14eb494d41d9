package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every fault, seen from a bare socket. */
class SimulatorFaultTest extends FaultFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void plannedFaultsComeInOrderThenTheLastingOne() throws Exception {
        simulator.always(Fault.answer(503, "later\n"));
        simulator.next(Fault.answer(500, "one\n"), Fault.none());
        simulator.next(Fault.answer(502, "two\n"));
        try (RawClient raw = request()) {
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 500 Internal Server Error\r\n");
            assertThat(raw.send(REQUEST).readAnswer()).endsWith(GOOD);
            assertThat(raw.send(REQUEST).readAnswer()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
            assertThat(raw.send(REQUEST).readAnswer()).startsWith("HTTP/1.1 503 Service Unavailable\r\n");
            assertThat(raw.send(REQUEST).readAnswer()).endsWith("\r\n\r\nlater\n");
            simulator.heal();
            assertThat(raw.send(REQUEST).readAnswer()).endsWith("nochg a.example.com\n");
        }
    }

    @Test
    void healingTakesBackPlannedFaultsToo() throws Exception {
        simulator.next(Fault.silence());
        simulator.heal();
        assertThat(one(Fault.none())).endsWith(GOOD);
    }

    @Test
    void aFixedAnswerDoesNotApplyTheUpdate() throws Exception {
        simulator.next(Fault.answer(429, "slow down\n", "Retry-After: 60", "content-type: text/html"));
        try (RawClient raw = request()) {
            assertThat(raw.readAnswer())
                    .isEqualTo("HTTP/1.1 429 Too Many Requests\r\nServer: securityspace-simulator\r\n"
                            + "Content-Length: 10\r\nRetry-After: 60\r\ncontent-type: text/html\r\n\r\nslow down\n");
        }
        assertApplied(false);
    }

    @Test
    void aFixedAnswerMayHoldAnyBytes() throws Exception {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 0, (byte) 0xFF};
        assertThat(one(Fault.answer(200, bytes)).getBytes(ISO_8859_1)).endsWith(bytes);
        assertThat(one(Fault.answer(200, "é"))).endsWith("\r\n\r\n" + new String("é".getBytes(UTF_8), ISO_8859_1));
    }

    @Test
    void anAnswerWithoutContentHasNoLength() throws Exception {
        simulator.next(Fault.answer(204, ""));
        try (RawClient raw = request()) {
            raw.send(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            assertThat(raw.readAll().text())
                    .startsWith("HTTP/1.1 204 No Content\r\nServer: securityspace-simulator\r\n\r\nHTTP/1.1 200 OK");
        }
    }

    @Test
    void anyFaultCanComeAfterTheUpdate() throws Exception {
        assertThat(all(Fault.closeBeforeAnswer().afterUpdate()).text()).isEmpty();
        assertApplied(true);
    }

    @Test
    void aRedirectNamesItsTarget() throws Exception {
        simulator.next(Fault.redirect(302, URI.create("https://www.example.com/x")));
        try (RawClient raw = request()) {
            assertThat(raw.readAnswer())
                    .startsWith("HTTP/1.1 302 Found\r\n")
                    .contains("\r\nLocation: https://www.example.com/x\r\n");
        }
        assertApplied(false);
    }

    @Test
    void rawBytesAreAllThereIs() throws Exception {
        assertThat(all(Fault.raw("HTTP/1.1 200".getBytes(ISO_8859_1))))
                .isEqualTo(new RawClient.Received("HTTP/1.1 200", false));
        assertApplied(false);
    }

    @Test
    void garbageIsNotHttp() throws Exception {
        assertThat(all(Fault.garbage()).text()).startsWith("SSH-2.0").contains("\0", "\u00ff");
        assertApplied(false);
    }

    @Test
    void aTruncatedAnswerPromisesMoreThanItSends() throws Exception {
        assertThat(all(Fault.truncatedAfter(7)))
                .isEqualTo(new RawClient.Received(REAL_HEAD + "Content-Length: 17\r\n\r\ngood 20", false));
        assertApplied(true);
    }

    @Test
    void aTruncatedChunkPromisesMoreThanItSends() throws Exception {
        assertThat(all(Fault.truncatedChunked(7)))
                .isEqualTo(new RawClient.Received(
                        REAL_HEAD + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n11\r\ngood 20", false));
        assertApplied(true);
    }

    @Test
    void aChunkedAnswerIsSound() throws Exception {
        assertThat(all(Fault.chunked()).body()).isEqualTo("8\r\ngood 203\r\n9\r\n.0.113.5\n\r\n0\r\n\r\n");
        assertApplied(true);
    }

    @Test
    void aResetComesBeforeAnyByte() throws Exception {
        assertThat(all(Fault.resetBeforeAnswer())).isEqualTo(new RawClient.Received("", true));
        assertApplied(false);
    }

    @Test
    void aResetMayComeWithinTheBody() throws Exception {
        RawClient.Received received = all(Fault.resetAfter(4));
        assertThat(received.reset()).isTrue();
        // A reset may overtake bytes that were sent before it.
        assertThat(REAL_HEAD + "Content-Length: 17\r\n\r\ngood").startsWith(received.text());
        assertApplied(true);
    }

    @Test
    void aConnectionMayCloseWithoutAnAnswer() throws Exception {
        assertThat(all(Fault.closeBeforeAnswer())).isEqualTo(new RawClient.Received("", false));
        assertApplied(false);
    }

    @Test
    void silenceLastsUntilTheSimulatorCloses() throws Exception {
        simulator.next(Fault.silence());
        try (RawClient raw = request()) {
            simulator.awaitRequests(1, PATIENCE);
            simulator.close();
            assertThat(raw.readAll().text()).isEmpty();
        }
        assertApplied(false);
    }

    @Test
    void aDelayedAnswerIsTheRealOne() throws Exception {
        assertThat(one(Fault.delay(Duration.ofMillis(1)))).endsWith(GOOD);
        assertApplied(true);
    }

    @Test
    void aDrippingAnswerIsTheRealOne() throws Exception {
        String complete = REAL_HEAD + "Content-Length: 17\r\nConnection: close\r\n\r\n";
        assertThat(all(Fault.slowDripHead(Duration.ZERO)).text()).isEqualTo(complete + GOOD);
        assertApplied(true);
        simulator.next(Fault.slowDripBody(Duration.ofMillis(1)));
        try (RawClient raw = request()) {
            assertThat(raw.readAnswer()).endsWith("\r\n\r\nnochg a.example.com\n");
        }
    }

    @Test
    void aDripSendsTheHeadAtOnceOnlyIfItIsAboutTheBody() throws Exception {
        simulator.next(Fault.slowDripBody(Duration.ofDays(1)), Fault.slowDripHead(Duration.ofDays(1)));
        try (RawClient body = request()) {
            simulator.awaitRequests(1, PATIENCE);
            try (RawClient head = request()) {
                simulator.awaitRequests(2, PATIENCE);
                String expected = REAL_HEAD + "Content-Length: 17\r\nConnection: close\r\n\r\n";
                assertThat(body.read(expected.length())).isEqualTo(expected);
                simulator.close();
                assertThat(body.readAll().text()).isEmpty();
                assertThat(head.readAll().text()).isEmpty();
            }
        }
    }

    @Test
    void faultsAreTheSameOverTls() throws Exception {
        Client client = new Client(simulator);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Client.with(simulator.httpsEndpoint(), "hostname=a.example.com"))
                .header("Authorization", Client.basic("user", "pass"));
        simulator.always(Fault.resetBeforeAnswer());
        assertThatThrownBy(() -> client.send(request)).hasRootCauseInstanceOf(SocketException.class);
        assertApplied(false);
        simulator.always(Fault.truncatedAfter(7));
        assertThatThrownBy(() -> client.send(request)).hasRootCauseInstanceOf(EOFException.class);
        assertApplied(true);
        simulator.heal();
        assertThat(client.send(request).body()).isEqualTo("nochg a.example.com\n");
    }
}
