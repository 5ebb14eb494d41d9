package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLedgerStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountState BLOCKED =
            new AccountState(Optional.of(Latch.blocked(NOW)), Optional.empty(), Map.of());

    @TempDir
    Path parent;

    private final List<String> reports = new ArrayList<>();

    @Test
    void theFolderIsMadeWhenItIsNeeded() throws IOException {
        assertThat(store().load("user")).isEqualTo(AccountState.UNKNOWN);
        assertThat(folder()).doesNotExist();
        store().save("user", BLOCKED);
        assertThat(store().load("user")).isEqualTo(BLOCKED);
    }

    @Test
    void everyAccountHasAFileOfItsOwnInTheFolderWhateverItIsCalled() throws IOException {
        List<String> usernames = List.of("user", "USER", "../../user", "/user", "a/b\\c", "CON", "j\u00f6rg", ".");
        for (String username : usernames) {
            store().save(username, BLOCKED);
        }
        for (String username : usernames) {
            assertThat(store().load(username)).as(username).isEqualTo(BLOCKED);
        }
        assertThat(files())
                .hasSize(usernames.size())
                .allSatisfy(
                        file -> assertThat(file.getFileName().toString()).matches("account-[0-9a-f]{32}\\.properties"));
        try (Stream<Path> beside = Files.list(parent)) {
            assertThat(beside).containsExactly(folder());
        }
    }

    @Test
    void aDamagedFileOfOneAccountLeavesTheOthersAlone() throws IOException {
        store().save("user", BLOCKED);
        Path damaged = files().get(0);
        store().save("another", BLOCKED);
        Files.writeString(damaged, "damaged");
        assertThat(store().load("another")).isEqualTo(BLOCKED);
        assertThat(reports).isEmpty();
        assertThat(store().load("user")).isEqualTo(AccountState.UNKNOWN);
        assertThat(reports).hasSize(1);
    }

    @Test
    void allAccountsAreReadWhateverElseIsInTheFolder() throws IOException {
        assertThat(store().loadAll()).isEmpty();
        store().save("user", BLOCKED);
        store().save("another", AccountState.UNKNOWN);
        Files.writeString(folder().resolve("README"), "not ours");
        Files.writeString(folder().resolve("account-0.properties.new"), "left behind by a crash");
        assertThat(store().loadAll()).containsOnlyKeys("another", "user").containsEntry("user", BLOCKED);
        assertThat(reports).isEmpty();
    }

    @Test
    void aForgottenAccountHasNoFile() throws IOException {
        store().save("user", BLOCKED);
        store().forget("user");
        store().forget("user");
        assertThat(files()).isEmpty();
        assertThat(store().load("user")).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void aFileThatWasSetAsideIsListedUntilItIsDeleted() throws IOException {
        store().save("user", BLOCKED);
        Files.writeString(files().get(0), "damaged");
        assertThat(store().setAside()).isEmpty();
        store().loadAll();

        List<SetAside> setAside = store().setAside();
        assertThat(setAside).hasSize(1).allSatisfy(one -> {
            assertThat(one.at()).isEqualTo(NOW);
            assertThat(folder().resolve(one.file())).hasContent("damaged");
        });
        store().delete(setAside.get(0));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSetAsideAndNotReplaced() throws IOException {
        store().save("user", BLOCKED);
        Path file = files().get(0);
        Files.delete(file);
        // No file of another user, because nothing is unreadable to root.
        Files.writeString(Files.createDirectory(file).resolve("inside"), "kept");
        assertThatThrownBy(() -> store().load("user")).isInstanceOf(IOException.class);

        store().save("user", BLOCKED);

        assertThat(store().load("user")).isEqualTo(BLOCKED);
        assertThat(reports).hasSize(1).allSatisfy(report -> assertThat(report).contains("it cannot be read"));
        assertThat(folder().resolve(store().setAside().get(0).file()).resolve("inside"))
                .hasContent("kept");
    }

    @Test
    void aFileOfSomebodyElseIsNotTakenForOneThatWasSetAside() throws IOException {
        store().save("user", BLOCKED);
        Files.writeString(folder().resolve("account-0.properties.unreadable-since-monday"), "");
        Files.writeString(folder().resolve("account-0.properties.unreadable-99999999999999999999"), "");
        assertThat(store().setAside()).isEmpty();
    }

    private FolderLedgerStore store() {
        return new FolderLedgerStore(folder(), Clock.fixed(NOW, ZoneOffset.UTC), reports::add);
    }

    private Path folder() {
        return parent.resolve("ledger");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }
}
