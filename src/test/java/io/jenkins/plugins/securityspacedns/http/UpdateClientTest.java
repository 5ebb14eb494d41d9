package io.jenkins.plugins.securityspacedns.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.simulator.BadTls;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request that gets no answer says of it, and how many requests may be under way. */
@Timeout(60)
class UpdateClientTest {

    private static final Account ACCOUNT = new Account("alice", "correct horse");

    private final Simulator simulator = Simulator.start();
    private final HandshakeCertificates trust = new HandshakeCertificates.Builder()
            .addTrustedCertificate(simulator.certificateAuthority())
            .build();
    private final OkHttpClient.Builder base =
            new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Reply send(URI endpoint, Duration deadline) throws InterruptedException {
        return new UpdateClient(
                        base.build(),
                        Endpoint.parse(endpoint.toString()),
                        Method.GET,
                        Duration.ofSeconds(10),
                        "securityspace-dns/test")
                .probe(ACCOUNT, deadline);
    }

    private Reply send(URI endpoint) throws InterruptedException {
        return send(endpoint, Duration.ofSeconds(20));
    }

    private void failToConnect(IOException failure) {
        base.addInterceptor(chain -> {
            throw failure;
        });
    }

    private static String place(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static Reply.None none(boolean repeatable, String reason) {
        return new Reply.None(repeatable, reason);
    }

    @Test
    void aRefusedConnectionIsSaidToBeOne() throws Exception {
        Simulator gone = Simulator.start();
        URI closed = gone.httpEndpoint();
        gone.close();
        assertThat(send(closed)).isInstanceOfSatisfying(Reply.None.class, none -> {
            assertThat(none.repeatable()).isTrue();
            assertThat(none.reason())
                    .startsWith("No connection to " + place(closed) + ": Failed to connect to /127.0.0.1:"
                            + closed.getPort() + ": Connection refused");
        });
    }

    @Test
    void aConnectionThatIsNotMadeInTimeIsSaidToHaveTimedOut() throws Exception {
        failToConnect(new SocketTimeoutException("Connect timed out"));
        assertThat(send(simulator.httpEndpoint()))
                .isEqualTo(none(true, "No connection to " + place(simulator.httpEndpoint()) + ": Connect timed out."));
    }

    @Test
    void aNameThatCannotBeResolvedIsNamed() throws Exception {
        assertThat(send(URI.create("https://nobody.invalid/dns/dynamic.html")))
                .isEqualTo(none(true, "The name nobody.invalid cannot be resolved."));
    }

    @Test
    void aNameOfAProxyThatCannotBeResolvedIsNamed() throws Exception {
        base.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128)));
        assertThat(send(simulator.httpsEndpoint()))
                .isEqualTo(none(
                        true,
                        "The name proxy.invalid of the proxy on the way to " + place(simulator.httpsEndpoint())
                                + " cannot be resolved."));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, the certificate of localhost is not trusted by this Java (it has expired; NotAfter: ",
        "OTHER_HOST, the certificate of localhost is for another host.",
        "UNKNOWN_AUTHORITY, the certificate of localhost is not trusted by this Java (",
        "PLAIN_TEXT, Unsupported or unrecognized SSL message."
    })
    void aServerThatCannotProveWhoItIsIsToldApart(BadTls kind, String reason) throws Exception {
        URI endpoint = simulator.badTlsEndpoint(kind);
        assertThat(send(endpoint)).isInstanceOfSatisfying(Reply.None.class, none -> {
            assertThat(none.repeatable()).isFalse();
            assertThat(none.reason())
                    .startsWith("No secure connection to " + place(endpoint) + ": " + reason)
                    .endsWith(".");
        });
    }

    @Test
    void aWaitForAnAnswerTakesNoProcessor() throws Exception {
        send(simulator.httpEndpoint());
        Duration silence = Duration.ofSeconds(1);
        simulator.always(Fault.silence());
        Duration before = processorOfOkHttp();

        send(simulator.httpEndpoint(), silence);

        assertThat(processorOfOkHttp().minus(before)).isLessThan(silence.dividedBy(10));
    }

    private static Duration processorOfOkHttp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Duration.ofNanos(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("OkHttp"))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getId())))
                .sum());
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsNotTrustedByThisJava() throws Exception {
        HandshakeCertificates nobody = new HandshakeCertificates.Builder()
                .addPlatformTrustedCertificates()
                .build();
        base.sslSocketFactory(nobody.sslSocketFactory(), nobody.trustManager());
        assertThat(send(simulator.httpsEndpoint()))
                .isEqualTo(none(
                        false,
                        "No secure connection to " + place(simulator.httpsEndpoint())
                                + ": the certificate of localhost is not trusted by this Java"
                                + " (unable to find valid certification path to requested target)."));
    }

    @Test
    void aConnectionThatIsClosedBeforeTheAnswerIsSaidToBeClosed() throws Exception {
        simulator.always(Fault.closeBeforeAnswer());
        assertThat(send(simulator.httpsEndpoint()))
                .isEqualTo(none(
                        false,
                        "There was no answer from " + place(simulator.httpsEndpoint())
                                + ": the connection was closed."));
    }

    @Test
    void aConnectionThatIsClosedWithinTheAnswerDamagesIt() throws Exception {
        simulator.always(Fault.truncatedAfter(3));
        assertThat(send(simulator.httpsEndpoint()))
                .isInstanceOfSatisfying(
                        Reply.Damaged.class,
                        damaged -> assertThat(damaged.reason())
                                .isEqualTo("The answer of " + place(simulator.httpsEndpoint())
                                        + " ended too early (the connection was closed), so it confirms nothing."));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "300, 1", "1000, 1", "1001, 2"})
    void timesAreInSeconds(long millis, int seconds) throws Exception {
        simulator.always(Fault.silence());
        assertThat(send(simulator.httpEndpoint(), Duration.ofMillis(millis)))
                .isEqualTo(none(
                        false,
                        "There was no answer from " + place(simulator.httpEndpoint()) + " within " + seconds + " s."));
    }

    @Test
    void aFailureWithoutAMessageGetsOne() throws Exception {
        failToConnect(new SocketException());
        URI endpoint = simulator.httpEndpoint();
        assertThat(send(endpoint))
                .isEqualTo(none(false, "There was no answer from " + place(endpoint) + ": the connection failed."));
    }

    @Test
    void aFailureThatNobodyExpectsIsNoAnswer() throws Exception {
        base.dns(name -> {
            throw new IllegalStateException("the resolver is broken");
        });
        assertThat(send(simulator.httpsEndpoint()))
                .isInstanceOfSatisfying(
                        Reply.None.class, none -> assertThat(none.reason()).contains("the resolver is broken"));
    }

    @Test
    void noRequestWaitsForAnother() throws Exception {
        HeldAnswer held = new HeldAnswer(Fault.none());
        simulator.always(held);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                replies.add(threads.submit(() -> send(simulator.httpEndpoint())));
            }
            simulator.awaitRequests(80, Duration.ofSeconds(20));
            held.release();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Whole.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
