package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymousLedgerStoreTest {

    private static final Map<String, String> PSEUDONYMS = Map.of("alice", "number 1", "bob", "number 2");
    private static final AccountState BLOCKED =
            new AccountState(Optional.of(Latch.blocked(Instant.EPOCH)), Optional.empty(), Map.of());

    @TempDir
    private Path folder;

    private FileLedgerStore file;
    private PseudonymousLedgerStore store;

    @BeforeEach
    void store() {
        file = new FileLedgerStore(folder.resolve("ledger"), Clock.systemUTC(), problem -> {});
        store = new PseudonymousLedgerStore(file, PSEUDONYMS::get);
    }

    @Test
    void whatIsSavedOfAnAccountIsKnownUnderItsUserName() throws IOException {
        store.save("alice", BLOCKED);
        assertThat(store.load("alice")).isEqualTo(BLOCKED);
        assertThat(store.load("bob")).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void theFileHoldsThePseudonymAndNotTheUserName() throws IOException {
        store.save("alice", BLOCKED);
        assertThat(file.loadAll()).containsOnlyKeys("number 1");
        assertThat(Files.readString(folder.resolve("ledger"))).doesNotContain("alice");
    }

    @Test
    void theNameOfAnAccountIsItsPseudonymHereAndItsUserNameInTheFile() {
        assertThat(store.nameOf("alice")).isEqualTo("number 1");
        assertThat(file.nameOf("alice")).isEqualTo("alice");
    }
}
