package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** One simulator with one account, and a request to play faults with. */
abstract class FaultFixture {

    static final String GOOD = "good 203.0.113.5\n";
    static final String REAL_HEAD =
            "HTTP/1.1 200 OK\r\nServer: securityspace-simulator\r\n" + "Content-Type: text/plain; charset=UTF-8\r\n";
    static final String REQUEST = "GET /dns/dynamic.html?hostname=a.example.com&myip=203.0.113.5 HTTP/1.1\r\n"
            + "Host: simulator\r\nAuthorization: " + Client.basic("user", "pass") + "\r\n\r\n";

    final Simulator simulator = Simulator.start();
    private final Account account = simulator.addAccount("user", "pass", "a.example.com");

    @AfterEach
    void stop() {
        simulator.close();
    }

    RawClient request() throws IOException {
        return new RawClient(simulator.httpEndpoint()).send(REQUEST);
    }

    /** Plays a fault and shows all bytes of the connection, which the fault must end. */
    RawClient.Received all(Fault fault) throws IOException {
        simulator.next(fault);
        try (RawClient raw = request()) {
            return raw.readAll();
        }
    }

    /** Plays a fault whose answer is complete, so that the connection stays. */
    String one(Fault fault) throws IOException {
        simulator.next(fault);
        try (RawClient raw = request()) {
            String answer = raw.readAnswer();
            assertThat(raw.send(REQUEST).readAnswer()).startsWith(REAL_HEAD);
            return answer;
        }
    }

    void assertApplied(boolean applied) {
        assertThat(account.address("a.example.com").isPresent()).isEqualTo(applied);
    }
}
