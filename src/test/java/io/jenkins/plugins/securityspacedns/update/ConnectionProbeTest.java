package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.HeldAnswer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that only asks whether the server takes credentials is bound by the same rules as an update. */
@Timeout(60)
class ConnectionProbeTest {

    private static final String ADDRESS = "198.51.100.7";
    private static final Account ACCOUNT = new Account(Engine.USERNAME, Engine.PASSWORD);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator);

    @BeforeEach
    void account() {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ConnectionProbe.Probed probe() throws Exception {
        return engine.probe().probe(engine.account(), ACCOUNT, PATIENCE);
    }

    @Test
    void credentialsThatTheServerTakesChangeNoRecord() throws Exception {
        assertThat(probe().outcome()).contains(Outcome.NOHOST);
        assertThat(engine.state().hosts()).isEmpty();
        assertThat(engine.state().stop()).isEmpty();
    }

    @Test
    void aRefusalStopsTheAccountForThePassword() throws Exception {
        simulator.setPassword(Engine.USERNAME, "another");
        assertThat(probe().outcome()).contains(Outcome.BADAUTH);
        assertThat(probe().notSent()).isPresent();
        assertThat(engine.update(ADDRESS, "a.example.com").hosts().get(0).cause())
                .isEqualTo(Outcome.BADAUTH);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aBlockStopsTheAccountAndKeepsWhatIsKnownOfHosts() throws Exception {
        engine.update(ADDRESS, "a.example.com");
        AccountState before = engine.state();
        simulator.block(Engine.USERNAME);

        assertThat(probe().outcome()).contains(Outcome.BLOCKED);

        AccountState after = engine.state();
        assertThat(after.stop())
                .hasValueSatisfying(stop -> assertThat(stop.cause()).isEqualTo(Outcome.BLOCKED));
        assertThat(after.hosts()).isEqualTo(before.hosts());
    }

    @Test
    void aStopKeepsItFromBeingSent() throws Exception {
        simulator.block(Engine.USERNAME);
        engine.update(ADDRESS, "a.example.com");
        assertThat(probe().notSent()).isPresent();
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void itTakesItsPlaceInThePaceOfTheAccount() throws Exception {
        engine.at(new Pace.Limit(1, 1));
        assertThat(probe().outcome()).contains(Outcome.NOHOST);

        assertThat(probe().notSent()).hasValueSatisfying(why -> assertThat(why).contains("1 requests at once"));

        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void itWaitsForAnUpdateOfTheAccountButNotForEver() throws Exception {
        HeldAnswer answer = new HeldAnswer(Fault.none());
        simulator.next(answer);
        Thread update = start(() -> engine.update(ADDRESS, "a.example.com"));
        simulator.awaitRequests(1, PATIENCE);

        ConnectionProbe.Probed probed = engine.probe().probe(engine.account(), ACCOUNT, Duration.ofMillis(50));
        answer.release();
        update.join();

        assertThat(probed.notSent()).hasValueSatisfying(why -> assertThat(why).contains("are under way"));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void itWaitsForAnUpdateOfTheAccount() throws Exception {
        HeldAnswer answer = new HeldAnswer(Fault.none());
        simulator.next(answer);
        Thread update = start(() -> engine.update(ADDRESS, "a.example.com"));
        simulator.awaitRequests(1, PATIENCE);
        Thread probe = start(this::probe);
        while (probe.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        answer.release();

        update.join();
        probe.join();
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.maxInFlight()).isEqualTo(1);
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        return thread;
    }
}
