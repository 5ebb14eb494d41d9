package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.FileLedgerStore;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update goes on without a ledger that fails, and says so once. Folders stand for what no user, not even root, can use. */
class BrokenLedgerTest {

    private static final String ADDRESS = "8.8.4.4";
    private static final String WARNING = "WARNING: The ledger failed, so this update may not be remembered: ";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.start();
    private Path file;
    private Engine engine;

    @BeforeEach
    void account() {
        file = folder.resolve("ledger");
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, "a.example.com");
        engine = new Engine(simulator, new FileLedgerStore(file, Clock.systemUTC(), problem -> {}));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<String> warnings() {
        return engine.log.stream().filter(line -> line.startsWith("WARNING")).toList();
    }

    @Test
    void aLedgerThatCanNeitherBeReadNorWrittenIsMetWithOneWarning() throws Exception {
        Files.createDirectory(file);

        UpdateResult result = engine.update(ADDRESS, "a.example.com");

        assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith(WARNING + "The ledger " + file + " cannot be read");
    }

    @Test
    void aLedgerThatCannotBeWrittenIsMetWithOneWarningAndKnowsNothingOfTheUpdateLater() throws Exception {
        inTheWayOfANewVersion();

        UpdateResult result = engine.update(ADDRESS, "a.example.com");

        assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(warnings()).singleElement().asString().startsWith(WARNING);
        assertThat(engine.update(ADDRESS, "a.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.UNCHANGED);
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
