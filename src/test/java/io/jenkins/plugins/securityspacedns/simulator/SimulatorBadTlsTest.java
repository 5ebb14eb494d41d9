package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of broken TLS is broken in the way its name says, and in no other. */
class SimulatorBadTlsTest {

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Throwable[] causes(BadTls kind) {
        try {
            client.get(simulator.badTlsEndpoint(kind));
        } catch (Exception e) {
            assertThat(simulator.requests()).isEmpty();
            return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .toArray(Throwable[]::new);
        }
        throw new AssertionError("the client trusted the server: " + kind);
    }

    @Test
    void anExpiredCertificate() {
        assertThat(causes(BadTls.EXPIRED)).hasAtLeastOneElementOfType(CertificateExpiredException.class);
    }

    @Test
    void aCertificateForAnotherHost() {
        assertThat(causes(BadTls.OTHER_HOST))
                .hasAtLeastOneElementOfType(CertificateException.class)
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains("No subject alternative DNS name matching localhost"));
    }

    @Test
    void aCertificateOfAnUnknownAuthority() {
        assertThat(causes(BadTls.UNKNOWN_AUTHORITY))
                .extracting(Throwable::getClass)
                .anyMatch(type -> CertPathBuilderException.class.isAssignableFrom(type)
                        || CertificateException.class.isAssignableFrom(type));
    }

    @Test
    void plainTextOnTheTlsPort() {
        assertThat(causes(BadTls.PLAIN_TEXT))
                .hasAtLeastOneElementOfType(SSLException.class)
                .doesNotHaveAnyElementsOfTypes(CertificateException.class);
    }

    @Test
    void silenceInTheHandshake() throws Exception {
        URI endpoint = simulator.badTlsEndpoint(BadTls.SILENT);
        try (RawClient raw = new RawClient(endpoint)) {
            raw.send("client hello");
            simulator.close();
            assertThat(raw.readAll().text()).isEmpty();
        }
    }

    @Test
    void aServerStartsOnceAndEndsWithTheSimulator() throws Exception {
        URI endpoint = simulator.badTlsEndpoint(BadTls.PLAIN_TEXT);
        assertThat(simulator.badTlsEndpoint(BadTls.PLAIN_TEXT)).isEqualTo(endpoint);
        simulator.close();
        assertThatThrownBy(() -> new RawClient(endpoint).close()).isInstanceOf(ConnectException.class);
    }
}
