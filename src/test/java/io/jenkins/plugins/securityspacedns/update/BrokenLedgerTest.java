package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without a ledger that can be read nothing is sent; one that cannot be written is complained about, once. Folders stand for
 * what no user, not even root, can use.
 */
class BrokenLedgerTest {

    private static final String ADDRESS = "8.8.4.4";
    private static final String WARNING =
            "WARNING: The ledger cannot be written, so this update may not be remembered: ";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.start();
    private Path file;
    private Engine engine;

    @BeforeEach
    void account() {
        file = folder.resolve("ledger");
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com");
        engine = new Engine(simulator, LedgerPlace.file(file));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<String> warnings() {
        return engine.log.stream().filter(line -> line.startsWith("WARNING")).toList();
    }

    @Test
    void aLedgerThatCannotBeReadSendsNothingUntilItCan() throws Exception {
        Files.createDirectory(file);

        HostResult held = engine.update(ADDRESS, "a.example.com").hosts().get(0);
        HostResult forced = engine.update(ADDRESS, Engine.forced(Engine.order("a.example.com")))
                .hosts()
                .get(0);

        assertThat(List.of(held, forced)).extracting(HostResult::outcome).containsOnly(Outcome.DEFERRED);
        assertThat(held.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(held.message()).startsWith("Not sent: a stop may be set").contains(file + " cannot be read");
        assertThat(simulator.requests()).isEmpty();
        Files.delete(file);
        assertThat(engine.update(ADDRESS, "a.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.UPDATED);
    }

    @Test
    void aStopThatCannotBeReadIsNotOverwritten() throws Exception {
        simulator.block(Engine.USERNAME);
        engine.update(ADDRESS, "a.example.com");
        String text = Files.readString(file);
        Files.move(file, folder.resolve("kept"));
        Files.createDirectory(file);
        Engine next = new Engine(simulator, LedgerPlace.file(file));
        next.update(ADDRESS, "a.example.com");

        Files.delete(file);
        Files.move(folder.resolve("kept"), file);

        assertThat(next.update(ADDRESS, "a.example.com").hosts().get(0).cause()).isEqualTo(Outcome.BLOCKED);
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aLedgerThatCannotBeWrittenIsMetWithOneWarningAndRemembersTheUpdate() throws Exception {
        inTheWayOfANewVersion();

        UpdateResult result = engine.update(ADDRESS, "a.example.com");

        assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(warnings()).singleElement().asString().startsWith(WARNING);
        assertThat(engine.update(ADDRESS, "a.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.CURRENT);
    }

    @Test
    void aBlockThatTheDiskDidNotTakeIsThereAsSoonAsItHasRoomAndTheAccountIsUsed() throws Exception {
        inTheWayOfANewVersion();
        simulator.block(Engine.USERNAME);
        engine.update(ADDRESS, "a.example.com");
        Files.delete(folder.resolve("ledger.new").resolve("in the way"));

        engine.update(ADDRESS, "a.example.com");

        Engine next = new Engine(simulator, LedgerPlace.file(file));
        assertThat(next.state().stop()).map(AccountState.Stop::cause).contains(Outcome.BLOCKED);
    }

    @Test
    void aLedgerThatWorksIsMetWithoutAWarning() throws Exception {
        engine.update(ADDRESS, "a.example.com");

        assertThat(warnings()).isEmpty();
        assertThat(engine.update(ADDRESS, "a.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.CURRENT);
    }

    private void inTheWayOfANewVersion() throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("ledger.new"));
        Files.createFile(fresh.resolve("in the way"));
    }
}
