package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Updates that are cut off at any moment by the end of the program. */
class KilledUpdatesTest {

    private static final int KILLS = 20;
    private static final int MOST_LINES = 30;

    @TempDir
    private Path folder;

    private final Random chance = new Random();
    private final List<String> said = new ArrayList<>();

    @Test
    @Timeout(600)
    void nothingThatTheServerConfirmedIsLostAndAKillCostsOneRequestAtMost() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com");
            simulator.updateLimit(1_000_000, Duration.ofMinutes(1));
            int last = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                last = killed(simulator, last, new Pace.Limit(1000, 3600));
                ledgerSaysNothingThatIsNotSo(simulator);
            }

            assertThat(said.stream().filter(line -> line.startsWith(UpdateLoop.OVER)))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith(" SUCCESS"));
            assertThat(simulator.requests()).hasSizeBetween(last, last + 1 + KILLS);
        }
    }

    @Test
    @Timeout(600)
    void aProgramThatIsKilledAndStartedAgainSendsNoMoreThanItsPaceAllows() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com", "b.example.com");
            int last = 0;
            for (int kill = 0; kill < 5; kill++) {
                // So few in an hour that none comes back while the test runs.
                last = killed(simulator, last, new Pace.Limit(10, 1));
                ledgerSaysNothingThatIsNotSo(simulator);
            }

            assertThat(said.stream().filter(line -> line.startsWith(UpdateLoop.OVER)))
                    .as("there was more to send")
                    .anySatisfy(line -> assertThat(line).endsWith(" UNSTABLE"));
            // A kill between the note of a request and the request itself costs one.
            assertThat(simulator.requests()).hasSizeBetween(10 - 5, 10);
        }
    }

    /** What the ledger takes for confirmed the server has; what the server has the ledger knows of, or knows that no answer came. */
    private void ledgerSaysNothingThatIsNotSo(Simulator simulator) throws Exception {
        Endpoint endpoint = Endpoint.parse(simulator.httpEndpoint().toString());
        AccountState state = new Ledger(LedgerPlace.folder(folder), endpoint::service, Clock.systemUTC())
                .state(new AccountKey(endpoint.service(), Engine.USERNAME));
        for (String name : List.of("a.example.com", "b.example.com")) {
            HostState host = state.host(HostName.parse(name));
            IpAddress served = IpAddress.parse(simulator.address(name).orElseThrow());
            boolean unanswered =
                    host.unanswered().isPresent() || host.confirmed().isEmpty();
            assertThat(unanswered || host.hasConfirmed(served))
                    .as("%s is %s, the ledger says %s", name, served, host)
                    .isTrue();
        }
    }

    /** Runs the program, kills it after some lines at some moment, and gives the number of the update that it was at. */
    private int killed(Simulator simulator, int first, Pace.Limit limit) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UpdateLoop.class.getName(),
                        folder.toString(),
                        simulator.httpEndpoint().toString(),
                        Integer.toString(first),
                        Integer.toString(limit.atOnce()),
                        Integer.toString(limit.anHour()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = child.inputReader()) {
            // An even number ends it after an update, an odd one in the midst of it; the server adds a moment of its
            // own.
            int count = 2 + chance.nextInt(MOST_LINES);
            for (int i = 0; i < count; i++) {
                said.add(lines.readLine());
            }
            int spins = chance.nextInt(2_000_000);
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            // By its handle, because the process itself would close what it said before the end reached it.
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        return said.stream()
                .filter(UpdateLoop::isBeginning)
                .mapToInt(UpdateLoop::number)
                .max()
                .orElse(first);
    }
}
