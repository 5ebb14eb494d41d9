package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published specification, point by point. */
class SimulatorProtocolTest {

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);
    private final Account account = simulator.addAccount("user", "pass", "a.example.com", "b.example.com");

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String update(String query) throws IOException, InterruptedException {
        HttpResponse<String> response = client.update("user", "pass", query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void aFirstUpdateIsGoodForEveryHost() throws Exception {
        assertThat(update("hostname=a.example.com,b.example.com&myip=203.0.113.5"))
                .isEqualTo("good 203.0.113.5\ngood 203.0.113.5\n");
        assertThat(simulator.address("a.example.com")).contains("203.0.113.5");
        assertThat(account.address("B.example.COM")).contains("203.0.113.5");
    }

    @Test
    void theSameAddressAgainIsNoChange() throws Exception {
        update("hostname=a.example.com&myip=203.0.113.5");
        assertThat(update("hostname=a.example.com&myip=203.0.113.5")).isEqualTo("nochg a.example.com\n");
    }

    @Test
    void linesComeInTheOrderOfTheRequest() throws Exception {
        update("hostname=a.example.com&myip=203.0.113.5");
        assertThat(update("hostname=b.example.com,a.example.com&myip=203.0.113.5"))
                .isEqualTo("good 203.0.113.5\nnochg a.example.com\n");
        assertThat(update("hostname=a.example.com,b.example.com&myip=203.0.113.6"))
                .isEqualTo("good 203.0.113.6\ngood 203.0.113.6\n");
    }

    @Test
    void hostNamesCountInAnyCase() throws Exception {
        update("hostname=A.Example.Com&myip=203.0.113.5");
        assertThat(update("hostname=a.EXAMPLE.com&myip=203.0.113.5")).isEqualTo("nochg a.EXAMPLE.com\n");
    }

    @Test
    void commasMayBeEscaped() throws Exception {
        assertThat(update("hostname=a.example.com%2Cb.example.com&myip=203.0.113.5"))
                .isEqualTo("good 203.0.113.5\ngood 203.0.113.5\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"myip=203.0.113.5", "hostname=&myip=203.0.113.5", "hostname=,&myip=203.0.113.5", ""})
    void aRequestWithoutHostsIsNohost(String query) throws Exception {
        assertThat(update(query)).isEqualTo("nohost\n");
    }

    @Test
    void aForeignHostIsNohostAndNothingIsUpdated() throws Exception {
        simulator.addAccount("other", "pass", "c.example.com");
        assertThat(update("hostname=a.example.com,c.example.com&myip=203.0.113.5"))
                .isEqualTo("nohost\n");
        assertThat(simulator.address("a.example.com")).isEmpty();
        assertThat(simulator.address("c.example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "256.1.1.1", "01.2.3.4", "example.com", "1.2.3.4.5", "1::2::3", ":", "%C3%A9"})
    void anUnreadableAddressIs911AndNothingIsUpdated(String address) throws Exception {
        assertThat(update("hostname=a.example.com&myip=" + address)).isEqualTo("911\n");
        assertThat(simulator.address("a.example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostname=a.example.com", "hostname=a.example.com&myip="})
    void withoutAnAddressTheClientsOwnCounts(String query) throws Exception {
        assertThat(update(query)).isEqualTo("good 127.0.0.1\n");
    }

    @Test
    void ipv6IsTheSameInEverySpelling() throws Exception {
        assertThat(update("hostname=a.example.com&myip=2001:db8::1")).isEqualTo("good 2001:db8::1\n");
        assertThat(update("hostname=a.example.com&myip=2001:DB8:0:0::1")).isEqualTo("nochg a.example.com\n");
    }

    @Test
    void unknownParametersAreIgnored() throws Exception {
        assertThat(update("system=dyndns&hostname=a.example.com&myip=203.0.113.5&wildcard=ON"))
                .isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void aFormPostIsTheSame() throws Exception {
        HttpResponse<String> response =
                post("application/x-www-form-urlencoded", "hostname=a.example.com,b.example.com&myip=203.0.113.5");
        assertThat(response.body()).isEqualTo("good 203.0.113.5\ngood 203.0.113.5\n");
        assertThat(simulator.requests().get(0).body())
                .isEqualTo("hostname=a.example.com,b.example.com&myip=203.0.113.5");
    }

    @Test
    void aPostThatIsNoFormHasNoHosts() throws Exception {
        assertThat(post("text/plain", "hostname=a.example.com&myip=203.0.113.5").body())
                .isEqualTo("nohost\n");
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(simulator.httpEndpoint())
                .header("Authorization", Client.basic("user", "pass"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(simulator.httpEndpoint())
                .header("Authorization", Client.basic("user", "pass"))
                .DELETE());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dns/dynamic.htm", "/dns/dynamic.html/", "/control/requests"})
    void otherPathsAreNotFound(String path) throws Exception {
        URI uri = simulator.httpEndpoint().resolve(path);
        assertThat(client.get(uri).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {8190, 8191})
    void theRequestLineMayHave8190Bytes(int length) throws Exception {
        String start = "GET /dns/dynamic.html?hostname=a.example.com&myip=203.0.113.5&x=";
        String end = " HTTP/1.1";
        String line = start + "x".repeat(length - start.length() - end.length()) + end;
        try (RawClient raw = new RawClient(simulator.httpEndpoint())) {
            String answer = raw.send(
                            line + "\r\nHost: x\r\nAuthorization: " + Client.basic("user", "pass") + "\r\n\r\n")
                    .readAnswer();
            assertThat(answer).startsWith(length <= 8190 ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 414 URI Too Long\r\n");
            assertThat(simulator.address("a.example.com").isPresent()).isEqualTo(length <= 8190);
        }
    }
}
