package io.jenkins.plugins.securityspacedns.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.ForwardProxy;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests through a proxy of the client. */
class ProxyTest {

    private static final Authenticator SECRET =
            new ProxyAuthenticator(scheme -> Optional.of(Credentials.basic("somebody", "secret")));

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Reply send(ForwardProxy proxy, URI endpoint) throws InterruptedException {
        return send(proxy, endpoint, Authenticator.NONE);
    }

    private Reply send(ForwardProxy proxy, URI endpoint, Authenticator proxyAuthenticator) throws InterruptedException {
        simulator.addAccount("alice", "pw", "a.example.com");
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(simulator.certificateAuthority())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                .proxyAuthenticator(proxyAuthenticator)
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
        return new UpdateClient(
                        client, Endpoint.parse(endpoint.toString()), Method.GET, Duration.ofSeconds(10), "test/1")
                .probe(new Account("alice", "pw"), Duration.ofSeconds(20));
    }

    @Test
    void leadsToTheServerByATunnelOrInAbsoluteForm() throws InterruptedException {
        try (ForwardProxy proxy = ForwardProxy.open()) {
            for (URI endpoint : List.of(simulator.httpEndpoint(), simulator.httpsEndpoint())) {
                assertThat(send(proxy, endpoint))
                        .isInstanceOfSatisfying(
                                Reply.Whole.class,
                                whole -> assertThat(whole.answer().body()).isEqualTo("nohost\n"));
            }
            assertThat(proxy.requests()).extracting(ReceivedRequest::method).containsExactly("GET", "CONNECT");
        }
    }

    @Test
    void isMetByEveryRequestOnAConnectionOfItsOwn() throws InterruptedException {
        try (ForwardProxy proxy = ForwardProxy.open()) {
            for (Fault server : List.of(
                    Fault.none(),
                    Fault.closeAfterAnswer("HTTP/1.0"),
                    Fault.closeAfterAnswer("HTTP/1.1"),
                    Fault.silenceAfterAnswer())) {
                simulator.always(server);
                for (int i = 0; i < 2; i++) {
                    assertThat(send(proxy, simulator.httpsEndpoint())).isInstanceOf(Reply.Whole.class);
                }
            }
            assertThat(proxy.requests())
                    .hasSize(8)
                    .extracting(ReceivedRequest::method)
                    .containsOnly("CONNECT");
            assertThat(simulator.requests()).hasSize(8);
            assertThat(simulator.connections()).isEqualTo(8);
        }
    }

    @Test
    void thatAsksForAPasswordAndGetsItLetsEveryRequestPassOnce() throws InterruptedException {
        try (ForwardProxy proxy = ForwardProxy.asking("somebody", "secret")) {
            for (URI endpoint : List.of(simulator.httpEndpoint(), simulator.httpsEndpoint())) {
                assertThat(send(proxy, endpoint, SECRET)).isInstanceOf(Reply.Whole.class);
                assertThat(send(proxy, endpoint, SECRET)).isInstanceOf(Reply.Whole.class);
            }
        }
        assertThat(simulator.requests()).hasSize(4);
        assertThat(simulator.connections()).isEqualTo(4);
    }

    @Test
    void thatRefusesThePasswordHearsItOnce() throws InterruptedException {
        try (ForwardProxy proxy = ForwardProxy.asking("somebody", "else")) {
            assertThat(send(proxy, simulator.httpsEndpoint(), SECRET)).isInstanceOf(Reply.None.class);

            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void hidesItsPasswordFromAServerThatAsksForItInsideTheTunnel() throws InterruptedException {
        simulator.always(Fault.answer(407, "Tell me the password of the proxy."));
        try (ForwardProxy proxy = ForwardProxy.asking("somebody", "secret")) {
            send(proxy, simulator.httpsEndpoint(), SECRET);
        }

        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("Proxy-Authorization")).isEmpty());
    }

    @Test
    void thatAsksForAPasswordIsNotTakenForTheServer() throws InterruptedException {
        try (ForwardProxy proxy = ForwardProxy.asking("somebody", "else")) {
            for (URI endpoint : List.of(simulator.httpEndpoint(), simulator.httpsEndpoint())) {
                assertThat(send(proxy, endpoint))
                        .isInstanceOfSatisfying(
                                Reply.None.class,
                                none -> assertThat(none.reason())
                                        .startsWith("The proxy on the way to ")
                                        .contains("HTTP status 407")
                                        .doesNotContain("YWxpY2U6"));
            }
        }
        assertThat(simulator.requests()).isEmpty();
    }
}
