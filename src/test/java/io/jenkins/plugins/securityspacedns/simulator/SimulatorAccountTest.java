package io.jenkins.plugins.securityspacedns.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials and blocking. */
class SimulatorAccountTest {

    private static final String QUERY = "hostname=a.example.com&myip=203.0.113.5";

    private final SettableClock clock = new SettableClock();
    private final Simulator simulator = Simulator.start(clock);
    private final Client client = new Client(simulator);
    private final Account account = simulator.addAccount("user", "pass", "a.example.com");

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String update() throws IOException, InterruptedException {
        return client.update("user", "pass", QUERY).body();
    }

    @Test
    void aWrongPasswordIsBadauth() throws Exception {
        HttpResponse<String> response = client.update("user", "wrong", QUERY);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=");
        assertThat(response.body()).isEqualTo("badauth\n");
        assertThat(account.address("a.example.com")).isEmpty();
    }

    @Test
    void anUnknownUserIsBadauth() throws Exception {
        assertThat(client.update("stranger", "pass", QUERY).body()).isEqualTo("badauth\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ***", "Basic dXNlcg==", "Bearer dXNlcjpwYXNz", ""})
    void anUnreadableAuthorizationIsBadauth(String header) throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(Client.with(simulator.httpEndpoint(), QUERY))
                .header("Authorization", header));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("badauth\n");
    }

    @Test
    void aMissingAuthorizationIsBadauth() throws Exception {
        assertThat(client.get(Client.with(simulator.httpEndpoint(), QUERY)).body())
                .isEqualTo("badauth\n");
    }

    @Test
    void theStatusOfBadauthCanBeChosen() throws Exception {
        simulator.badauthStatus(200);
        HttpResponse<String> response = client.update("user", "wrong", QUERY);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(response.body()).isEqualTo("badauth\n");
    }

    @Test
    void credentialsAreUtf8AndAPasswordMayHoldColons() throws Exception {
        simulator.addAccount("ærlig", "på:ß:€", "b.example.com");
        assertThat(client.update("ærlig", "på:ß:€", "hostname=b.example.com&myip=203.0.113.5")
                        .body())
                .isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws Exception {
        simulator.setPassword("user", "new");
        assertThat(update()).isEqualTo("badauth\n");
        assertThat(client.update("user", "new", QUERY).body()).isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void aBlockedAccountIsNotUpdatedUntilUnblocked() throws Exception {
        simulator.block("user");
        assertThat(update()).isEqualTo("blocked\n");
        assertThat(account.address("a.example.com")).isEmpty();
        simulator.unblock("user");
        assertThat(update()).isEqualTo("good 203.0.113.5\n");
    }

    @Test
    void aWrongPasswordDoesNotTellOfTheBlock() throws Exception {
        simulator.block("user");
        assertThat(client.update("user", "wrong", QUERY).body()).isEqualTo("badauth\n");
    }

    @Test
    void thirtyUpdatesInAMinuteAreAllowedAndOneMoreBlocks() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(update()).isIn("good 203.0.113.5\n", "nochg a.example.com\n");
        }
        assertThat(update()).isEqualTo("blocked\n");
        assertThat(account.isBlocked()).isTrue();
    }

    @Test
    void aBlockDoesNotPassByItself() throws Exception {
        simulator.updateLimit(1, Duration.ofMinutes(1));
        update();
        update();
        clock.advance(Duration.ofDays(30));
        assertThat(update()).isEqualTo("blocked\n");
        simulator.unblock("user");
        assertThat(update()).isEqualTo("nochg a.example.com\n");
    }

    @Test
    void updatesOutsideTheWindowDoNotCount() throws Exception {
        simulator.updateLimit(2, Duration.ofMinutes(1));
        update();
        update();
        clock.advance(Duration.ofMinutes(1));
        assertThat(update()).isEqualTo("nochg a.example.com\n");
        clock.advance(Duration.ofSeconds(59));
        assertThat(update()).isEqualTo("nochg a.example.com\n");
        assertThat(update()).isEqualTo("blocked\n");
    }

    @Test
    void oneAccountsBlockLeavesTheOthersAlone() throws Exception {
        simulator.addAccount("other", "pass", "b.example.com");
        simulator.block("user");
        assertThat(client.update("other", "pass", "hostname=b.example.com&myip=203.0.113.5")
                        .body())
                .isEqualTo("good 203.0.113.5\n");
    }
}
