package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in place of the folder stands for a disk that takes nothing; no user, not even root, can write into it. */
class ResilientLedgerStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AccountState BLOCKED =
            new AccountState(Optional.of(Latch.blocked(NOW)), Optional.empty(), Map.of());

    @TempDir
    private Path parent;

    private FolderLedgerStore files;
    private ResilientLedgerStore store;

    @BeforeEach
    void store() {
        files = new FolderLedgerStore(parent.resolve("ledger"), CLOCK, problem -> {});
        store = new ResilientLedgerStore(files, CLOCK);
    }

    private void breakDisk() throws IOException {
        Files.writeString(parent.resolve("ledger"), "in the way");
    }

    private void mendDisk() throws IOException {
        Files.delete(parent.resolve("ledger"));
    }

    @Test
    void whatIsSavedIsInTheFolder() throws IOException {
        store.save("alice", BLOCKED);
        assertThat(files.load("alice")).isEqualTo(BLOCKED);
        assertThat(store.failure()).isEmpty();
    }

    @Test
    void whatTheFolderDoesNotTakeIsRememberedAndReported() throws IOException {
        breakDisk();
        assertThatThrownBy(() -> store.save("alice", BLOCKED)).isInstanceOf(IOException.class);
        assertThat(store.load("alice")).isEqualTo(BLOCKED);
        assertThat(store.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.since()).isEqualTo(NOW);
            assertThat(failure.reason()).contains("ledger");
        });
    }

    @Test
    void itIsSavedAgainWhenTheFolderTakesIt() throws IOException {
        breakDisk();
        assertThatThrownBy(() -> store.save("alice", BLOCKED)).isInstanceOf(IOException.class);
        assertThatThrownBy(store::saveAgain).isInstanceOf(IOException.class);
        assertThat(store.failure()).isPresent();
        mendDisk();
        store.saveAgain();
        assertThat(store.failure()).isEmpty();
        assertThat(files.load("alice")).isEqualTo(BLOCKED);
    }

    @Test
    void theNextSaveTakesThePlaceOfWhatIsRemembered() throws IOException {
        breakDisk();
        assertThatThrownBy(() -> store.save("alice", BLOCKED)).isInstanceOf(IOException.class);
        mendDisk();
        store.save("alice", BLOCKED.resumed());
        assertThat(store.load("alice")).isEqualTo(AccountState.UNKNOWN);
        assertThat(store.failure()).isEmpty();
    }

    @Test
    void theFailureLastsUntilEveryAccountIsSaved() throws IOException {
        breakDisk();
        assertThatThrownBy(() -> store.save("alice", BLOCKED)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.save("bob", BLOCKED)).isInstanceOf(IOException.class);
        mendDisk();
        store.save("bob", BLOCKED);
        assertThat(store.failure()).isPresent();
        assertThat(store.loadAll()).containsOnlyKeys("alice", "bob");
    }

    @Test
    void anAccountOfWhichNothingIsKnownAnyMoreLeavesNoFile() throws IOException {
        store.save("alice", BLOCKED);
        store.save("alice", AccountState.UNKNOWN);
        assertThat(parent.resolve("ledger")).isEmptyDirectory();
        assertThat(store.loadAll()).isEmpty();
    }
}
