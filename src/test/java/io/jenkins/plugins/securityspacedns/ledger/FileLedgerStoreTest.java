package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLedgerStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ASIDE = "ledger.unreadable-" + NOW.toEpochMilli();
    private static final AccountState STATE = new AccountState(
            Optional.of(Latch.blocked(NOW)),
            Optional.empty(),
            Map.of(
                    HostName.parse("a.example.com"),
                    new HostState(
                            Optional.of(new Confirmation(IpAddress.parse("198.51.100.7"), NOW)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));

    @TempDir
    Path folder;

    private Path file;
    private final List<String> reports = new ArrayList<>();
    private FileLedgerStore store;

    @BeforeEach
    void inAnEmptyFolder() {
        file = folder.resolve("ledger");
        store = new FileLedgerStore(file, Clock.fixed(NOW, ZoneOffset.UTC), reports::add);
    }

    @Test
    void whatAnotherProgramDidToTheFileMeanwhileIsSeen() throws IOException {
        store.save("user", STATE);
        assertThat(store.loadAll()).containsOnlyKeys("user");
        new FileLedgerStore(file, Clock.fixed(NOW, ZoneOffset.UTC), reports::add).save("other", STATE);
        assertThat(store.loadAll()).containsOnlyKeys("other", "user");
        Files.delete(file);
        assertThat(store.loadAll()).isEmpty();
    }

    @Test
    void withoutAFileNothingIsKnown() throws IOException {
        assertThat(store.load("user")).isEqualTo(AccountState.UNKNOWN);
        assertThat(store.loadAll()).isEmpty();
        assertThat(reports).isEmpty();
        assertThat(folder).as("reading makes no file").isEmptyDirectory();
    }

    @Test
    void whatIsSavedIsThereForTheNextProgram() throws IOException {
        store.save("user", STATE);
        FileLedgerStore next = new FileLedgerStore(file, Clock.fixed(NOW, ZoneOffset.UTC), reports::add);
        assertThat(next.load("user")).isEqualTo(STATE);
        assertThat(next.load("another")).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void accountsDoNotTouchEachOther() throws IOException {
        store.save("user", STATE);
        store.save("j\u00f6rg", AccountState.UNKNOWN);
        store.save("another", STATE);
        store.save("another", STATE.resumed());
        assertThat(store.loadAll())
                .isEqualTo(Map.of("user", STATE, "j\u00f6rg", AccountState.UNKNOWN, "another", STATE.resumed()));
    }

    @Test
    void nothingButTheFileIsLeftBehind() throws IOException {
        store.save("user", STATE);
        store.save("user", STATE.resumed());
        assertThat(names()).containsExactly("ledger");
    }

    @Test
    void whatAProgramThatDiedLeftHalfWrittenIsIgnoredAndReplaced() throws IOException {
        store.save("user", STATE);
        Files.writeString(folder.resolve("ledger.new"), "half writ");
        assertThat(store.load("user")).isEqualTo(STATE);
        store.save("user", STATE.resumed());
        assertThat(store.load("user")).isEqualTo(STATE.resumed());
        assertThat(names()).containsExactly("ledger");
        assertThat(reports).isEmpty();
    }

    // A reader that has the old version open keeps it, which no writing over the file in place would grant.
    @Test
    void aNewVersionTakesThePlaceOfTheOldOneAndDoesNotWriteOverIt() throws IOException {
        store.save("user", STATE);
        Path old = Files.createLink(folder.resolve("old"), file);
        String text = Files.readString(old);
        store.save("user", STATE.resumed());
        assertThat(old).hasContent(text);
        assertThat(Files.readString(file)).isNotEqualTo(text);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumePosix();
        store.save("user", STATE);
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        store.save("user", STATE.resumed());
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void theTargetOfALinkIsReplacedAndNotTheLink() throws IOException {
        assumePosix();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = Files.writeString(elsewhere.resolve("kept"), LedgerText.format(Map.of()));
        Files.createSymbolicLink(file, target);

        store.save("user", STATE);

        assertThat(file).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent(LedgerText.format(Map.of("user", STATE)));
        assertThat(elsewhere).isDirectoryNotContaining("glob:**.new");
        assertThat(store.load("user")).isEqualTo(STATE);
    }

    @Test
    void theTargetOfALinkIsMadeWhereItDoesNotExistYet() throws IOException {
        assumePosix();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere.resolve("kept"));

        store.save("user", STATE);

        assertThat(file).isSymbolicLink();
        assertThat(elsewhere.resolve("kept")).isRegularFile();
    }

    @Test
    void aLinkPutInThePlaceOfTheNewVersionIsNotFollowed() throws IOException {
        assumePosix();
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("ledger.new"), victim);
        store.save("user", STATE);
        assertThat(victim).hasContent("precious");
        assertThat(file).isRegularFile();
        assertThat(store.load("user")).isEqualTo(STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "<html>", "format=2\nentries=1\n", "format=1\nentries=7\n", "\\uZZZZ"})
    void aFileThatCannotBeReadIsSetAsideAndReportedAndNotOverwritten(String text) throws IOException {
        Files.writeString(file, text);

        assertThat(store.load("user")).isEqualTo(AccountState.UNKNOWN);

        assertThat(file).doesNotExist();
        assertThat(folder.resolve(ASIDE)).hasContent(text);
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .contains(file.toString())
                        .contains(ASIDE)
                        .doesNotContain("\0"));
    }

    @Test
    void savingSetsAsideWhatCannotBeReadToo() throws IOException {
        Files.writeString(file, "precious but damaged");
        store.save("user", STATE);
        assertThat(folder.resolve(ASIDE)).hasContent("precious but damaged");
        assertThat(store.loadAll()).isEqualTo(Map.of("user", STATE));
        assertThat(reports).hasSize(1);
    }

    @Test
    void whatWasSetAsideBeforeIsNotOverwritten() throws IOException {
        Files.writeString(file, "first");
        store.load("user");
        Files.writeString(file, "second");
        try {
            store.load("user");
        } catch (IOException sameName) {
            assertThat(file).hasContent("second");
        }
        assertThat(folder.resolve(ASIDE)).hasContent("first");
    }

    @Test
    void aFolderThatIsMissingIsReportedWhenItIsSavedTo() throws IOException {
        Path missing = folder.resolve("missing");
        FileLedgerStore lost =
                new FileLedgerStore(missing.resolve("ledger"), Clock.fixed(NOW, ZoneOffset.UTC), reports::add);
        assertThat(lost.load("user")).isEqualTo(AccountState.UNKNOWN);
        assertThatThrownBy(() -> lost.save("user", STATE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFolderInThePlaceOfTheFileIsReportedAndStays() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> store.load("user"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> store.save("user", STATE)).isInstanceOf(IOException.class);
        assertThat(file).isDirectory();
    }

    @Test
    void aFailureToSaveLeavesWhatWasKeptBefore() throws IOException {
        store.save("user", STATE);
        // A folder that is not empty cannot make room for the new version.
        Files.createFile(Files.createDirectory(folder.resolve("ledger.new")).resolve("in the way"));
        assertThatThrownBy(() -> store.save("user", STATE.resumed())).isInstanceOf(IOException.class);
        assertThat(store.load("user")).isEqualTo(STATE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    }
}
