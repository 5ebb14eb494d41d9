package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request has a connection of its own, whatever the server does with the last one: none is lost or repeated. */
@Timeout(60)
class ConnectionRulesTest {

    private static final String ADDRESS = "198.51.100.7";

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                        Arguments.of("HTTP/1.0 with Content-Length", Fault.closeAfterAnswer("HTTP/1.0")),
                        Arguments.of("HTTP/1.1 that closes without saying so", Fault.closeAfterAnswer("HTTP/1.1")),
                        Arguments.of("HTTP/1.1 that never closes", Fault.silenceAfterAnswer()),
                        Arguments.of("HTTP/1.1 that keeps connections", Fault.none()))
                .flatMap(server -> Stream.of(Method.values())
                        .flatMap(method -> Stream.of("http", "https")
                                .map(scheme -> Arguments.of(server.get()[0], server.get()[1], method, scheme))));
    }

    private void serve(Fault server, Method method, String scheme) {
        simulator.always(server);
        engine.by(method).at(scheme.equals("http") ? simulator.httpEndpoint() : simulator.httpsEndpoint());
    }

    @ParameterizedTest(name = "{0}, {2}, {3}")
    @MethodSource("servers")
    void threeHundredHostsInTwoRequests(String server, Fault fault, Method method, String scheme) throws Exception {
        String[] hosts = IntStream.range(0, 300)
                .mapToObj(i -> "a-rather-long-host-name-for-one-" + i + ".example.com")
                .toArray(String[]::new);
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, hosts);
        serve(fault, method, scheme);

        assertThat(outcomes(engine.update(ADDRESS, hosts))).hasSize(300).containsOnly(Outcome.UPDATED);

        assertThat(hostsSent()).containsExactly(hosts);
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.connections()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}, {2}, {3}")
    @MethodSource("servers")
    void halvesOfARequestThatWasTooLong(String server, Fault fault, Method method, String scheme) throws Exception {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com");
        serve(fault, method, scheme);
        simulator.next(Fault.answer(414, "too long"));

        assertThat(outcomes(engine.update(ADDRESS, "a.example.com", "b.example.com")))
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED);

        assertThat(hostsSent()).containsExactly("a.example.com", "b.example.com", "a.example.com", "b.example.com");
        assertThat(simulator.connections()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}, {2}, {3}")
    @MethodSource("servers")
    void twoAccountsWithinASecond(String server, Fault fault, Method method, String scheme) throws Exception {
        simulator.addAccount("one", "pw", "a.example.com");
        simulator.addAccount("two", "pw", "b.example.com");
        serve(fault, method, scheme);

        assertThat(outcomes(engine.update(ADDRESS, Engine.orderOf("one", "pw", "a.example.com"))))
                .containsExactly(Outcome.UPDATED);
        assertThat(outcomes(engine.update(ADDRESS, Engine.orderOf("two", "pw", "b.example.com"))))
                .containsExactly(Outcome.UPDATED);

        assertThat(hostsSent()).containsExactly("a.example.com", "b.example.com");
        assertThat(simulator.connections()).isEqualTo(2);
    }

    private List<String> hostsSent() {
        return simulator.requests().stream()
                .flatMap(request -> Arrays.stream(
                        request.parameter("hostname").orElseThrow().split(",")))
                .toList();
    }

    private static List<Outcome> outcomes(UpdateResult result) {
        return result.hosts().stream().map(HostResult::outcome).toList();
    }
}
