package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The address echoes. */
class SimulatorEchoTest {

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void anEchoAnswersThePublicAddressByDefault() throws Exception {
        assertThat(client.get(simulator.echoUri("one")).body()).isEqualTo(Simulator.PUBLIC_ADDRESS);
        assertThat(client.get(simulator.httpsEchoUri("two")).body()).isEqualTo(Simulator.PUBLIC_ADDRESS);
    }

    @Test
    void eachEchoAnswersItsOwnText() throws Exception {
        simulator.echo("trace", "fl=1\nip=8.8.4.4\nts=2\n");
        assertThat(client.get(simulator.echoUri("trace")).body()).isEqualTo("fl=1\nip=8.8.4.4\nts=2\n");
        assertThat(client.get(simulator.httpsEchoUri("trace")).body()).isEqualTo("fl=1\nip=8.8.4.4\nts=2\n");
        assertThat(client.get(simulator.echoUri("one")).body()).isEqualTo(Simulator.PUBLIC_ADDRESS);
        simulator.echoAll("8.8.8.8");
        assertThat(client.get(simulator.echoUri("trace")).body()).isEqualTo("8.8.8.8");
    }

    @Test
    void anEchoHasFaultsOfItsOwn() throws Exception {
        simulator.always(Fault.answer(500, ""));
        simulator.echoFault("one", Fault.answer(503, "down"));
        assertThat(client.get(simulator.echoUri("one")).statusCode()).isEqualTo(503);
        assertThat(client.get(simulator.echoUri("two")).statusCode()).isEqualTo(200);
        simulator.echoFault("one", Fault.none());
        assertThat(client.get(simulator.echoUri("one")).statusCode()).isEqualTo(200);
    }

    @Test
    void echoesHaveALogOfTheirOwn() throws Exception {
        client.get(simulator.echoUri("one"));
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.echoRequests()).extracting(ReceivedRequest::target).containsExactly("/ip/one");
        simulator.clearRequests();
        assertThat(simulator.echoRequests()).isEmpty();
    }

    @Test
    void anEchoOnlyAnswersGet() throws Exception {
        assertThat(client.post(simulator.echoUri("one")).statusCode()).isEqualTo(405);
    }
}
