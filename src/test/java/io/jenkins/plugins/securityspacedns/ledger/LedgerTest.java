package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in memory and on the disk. */
class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountKey USER = new AccountKey("service", "user");
    private static final AccountKey OTHER = new AccountKey("service", "other");
    private static final AccountState BLOCKED = Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW));
    private static final AccountState CONFIRMED = Accounts.of(Map.of(
            HostName.parse("a.example.com"),
            new HostState(
                    Optional.of(new HostState.Confirmation(IpAddress.parse("198.51.100.7"), NOW)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));

    @TempDir
    private Path parent;

    private Path file() {
        return parent.resolve("ledger");
    }

    private Ledger inFile() {
        return ledger(LedgerPlace.file(file()));
    }

    private Ledger inFolder() {
        return ledger(LedgerPlace.folder(file()));
    }

    private Ledger ledger(LedgerPlace place) {
        return new Ledger(place, () -> "first", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void save(Ledger ledger, AccountKey account, AccountState state) throws IOException {
        ledger.change(account, before -> state);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    // In memory

    @Test
    void itIsReadOnceAndNeverAgain() throws IOException {
        save(inFile(), USER, BLOCKED);
        Ledger ledger = inFile();
        assertThat(ledger.state(USER)).isEqualTo(BLOCKED);

        Files.delete(file());

        assertThat(ledger.state(USER)).isEqualTo(BLOCKED);
        assertThat(ledger.all()).containsOnly(Map.entry(USER, BLOCKED));
    }

    @Test
    void withoutAFileNothingIsKnownAndReadingMakesNone() throws IOException {
        assertThat(inFile().state(USER)).isEqualTo(AccountState.UNKNOWN);
        assertThat(inFolder().all()).isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aChangeTellsWhetherItChangedAnything() throws IOException {
        Ledger ledger = ledger(LedgerPlace.MEMORY);
        assertThat(ledger.change(USER, state -> BLOCKED)).isTrue();
        assertThat(ledger.change(USER, state -> state)).isFalse();
        assertThat(ledger.change(USER, AccountState::resumed)).isTrue();
        assertThat(ledger.all()).as("nothing is known of it any more").isEmpty();
    }

    @Test
    void changesOfManyThreadsAreAllThereInTheEnd() throws Exception {
        Ledger ledger = inFile();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> changes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            HostName host = HostName.parse("h" + i + ".example.com");
            changes.add(threads.submit(() -> ledger.change(USER, state -> {
                Map<HostName, HostState> hosts = new HashMap<>(state.hosts());
                hosts.put(host, HostState.UNKNOWN);
                return Accounts.of(hosts);
            })));
        }
        for (Future<?> change : changes) {
            change.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(ledger.state(USER).hosts()).hasSize(80);
        assertThat(inFile().state(USER)).as("and on the disk").isEqualTo(ledger.state(USER));
    }

    @Test
    void whatOneServiceConfirmedIsNothingToAnother() throws IOException {
        Ledger ledger = inFile();
        save(ledger, USER, CONFIRMED);
        assertThat(ledger.state(new AccountKey("test server", "user"))).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void itKeepsNoProgramFromEnding() throws IOException {
        inFile().all();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::getName, "SecuritySpace DNS ledger")
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    // One file

    @Test
    void whatIsChangedIsThereForTheNextProgram() throws IOException {
        Ledger ledger = inFile();
        save(ledger, USER, BLOCKED);
        save(ledger, OTHER, CONFIRMED);
        save(ledger, OTHER, CONFIRMED.without(HostName.parse("a.example.com")));
        assertThat(inFile().all()).containsOnly(Map.entry(USER, BLOCKED));
        assertThat(names(parent)).containsExactly("ledger");
    }

    @Test
    void anInterruptedThreadWritesAllTheSame() throws IOException {
        Ledger ledger = inFile();
        Thread.currentThread().interrupt();
        save(ledger, USER, BLOCKED);
        assertThat(Thread.interrupted()).as("the interruption is let through").isTrue();
        assertThat(ledger.failure()).isEmpty();
        assertThat(inFile().state(USER)).isEqualTo(BLOCKED);
    }

    @Test
    void whatAProgramThatDiedLeftHalfWrittenIsIgnoredAndReplaced() throws IOException {
        save(inFile(), USER, BLOCKED);
        Files.writeString(parent.resolve("ledger.new"), "half writ");
        Ledger ledger = inFile();
        assertThat(ledger.state(USER)).isEqualTo(BLOCKED);
        save(ledger, OTHER, CONFIRMED);
        assertThat(names(parent)).containsExactly("ledger");
        assertThat(ledger.damaged()).isEmpty();
    }

    // A reader that has the old version open keeps it, which no writing over the file in place would grant.
    @Test
    void aNewVersionTakesThePlaceOfTheOldOneAndDoesNotWriteOverIt() throws IOException {
        Ledger ledger = inFile();
        save(ledger, USER, BLOCKED);
        Path old = Files.createLink(parent.resolve("old"), file());
        String text = Files.readString(old);
        save(ledger, USER, CONFIRMED);
        assertThat(old).hasContent(text);
        assertThat(Files.readString(file())).isNotEqualTo(text);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumePosix();
        Ledger ledger = inFile();
        save(ledger, USER, BLOCKED);
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        save(ledger, USER, CONFIRMED);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void theTargetOfALinkIsReplacedAndNotTheLink() throws IOException {
        assumePosix();
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createSymbolicLink(file(), elsewhere.resolve("kept"));
        save(inFile(), USER, BLOCKED);
        assertThat(file()).isSymbolicLink();
        assertThat(names(elsewhere)).containsExactly("kept");
        assertThat(inFile().state(USER)).isEqualTo(BLOCKED);
    }

    @Test
    void aLinkPutInThePlaceOfTheNewVersionIsNotFollowed() throws IOException {
        assumePosix();
        Path victim = Files.writeString(parent.resolve("victim"), "precious");
        Files.createSymbolicLink(parent.resolve("ledger.new"), victim);
        save(inFile(), USER, BLOCKED);
        assertThat(victim).hasContent("precious");
        assertThat(file()).isRegularFile();
    }

    // What cannot be read is not taken for empty

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "<html>", "format=3\nentries=1\n", "format=2\nentries=7\n", "\\uZZZZ"})
    void aFileThatIsNoLedgerTellsNothingAndIsNotOverwritten(String text) throws IOException {
        Files.writeString(file(), text);

        Ledger ledger = inFile();

        assertThatThrownBy(() -> ledger.state(USER))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The ledger " + file() + " is damaged: it ")
                .hasMessageEndingWith(". Restore it from a backup, or delete it to begin anew.")
                .message()
                .doesNotContain("\0");
        assertThatThrownBy(() -> save(ledger, USER, BLOCKED)).isInstanceOf(IOException.class);
        assertThat(file()).hasContent(text);
    }

    @Test
    void aDamagedFileThatSomebodyRestoresOrDeletesIsNoticedAtOnce() throws IOException {
        save(inFile(), USER, BLOCKED);
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(9));
        Ledger ledger = inFile();
        assertThatThrownBy(() -> ledger.state(USER)).isInstanceOf(IOException.class);

        Files.writeString(file(), whole);
        assertThat(ledger.state(USER)).isEqualTo(BLOCKED);
        assertThat(ledger.damaged()).isEmpty();

        Files.writeString(file(), "damaged");
        Ledger another = inFile();
        assertThat(another.all()).isEmpty();
        Files.delete(file());
        assertThat(another.state(USER)).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void aLedgerThatCannotBeReadTellsNothingAndIsNotOverwritten() throws IOException {
        Files.createDirectory(file());
        Ledger ledger = inFile();
        assertThatThrownBy(() -> ledger.state(USER))
                .isInstanceOf(IOException.class)
                .hasMessage("The ledger " + file() + " cannot be read: it is not a regular file");
        assertThatThrownBy(() -> save(ledger, USER, CONFIRMED)).isInstanceOf(IOException.class);
        assertThat(file()).isEmptyDirectory();

        Files.delete(file());

        assertThat(ledger.state(USER)).as("later it can be read").isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void aFileInThePlaceOfTheFolderTellsNothingUntilItIsGone() throws IOException {
        Files.writeString(file(), "in the way");
        Ledger ledger = inFolder();
        assertThatThrownBy(() -> ledger.state(USER)).isInstanceOf(IOException.class);
        Files.delete(file());
        save(ledger, USER, BLOCKED);
        assertThat(inFolder().state(USER)).isEqualTo(BLOCKED);
    }

    @Test
    void whyAFileCannotBeUsedIsSaidWithoutTheNameOfAClassIfThereAreWordsForIt() {
        assertThat(LedgerPlace.reason(new AccessDeniedException("/x/state")))
                .isEqualTo("this user has no access to /x/state");
        assertThat(LedgerPlace.reason(new FileAlreadyExistsException("/x"))).isEqualTo("/x is no folder");
        assertThat(LedgerPlace.reason(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("/x: No space left on device");
        assertThat(LedgerPlace.reason(new FileSystemException("/x"))).isEqualTo("FileSystemException /x");
        assertThat(LedgerPlace.reason(new IOException("Stale file handle"))).isEqualTo("Stale file handle");
    }

    // What cannot be written is remembered

    private void breakDisk() throws IOException {
        Files.move(file(), parent.resolve("elsewhere"));
        Files.writeString(file(), "in the way");
    }

    private void mendDisk() throws IOException {
        Files.delete(file());
    }

    private Ledger withBrokenDisk() throws IOException {
        Ledger ledger = inFolder();
        save(ledger, new AccountKey("service", "third"), CONFIRMED);
        breakDisk();
        assertThatThrownBy(() -> save(ledger, USER, BLOCKED)).isInstanceOf(IOException.class);
        return ledger;
    }

    @Test
    void whatTheDiskDoesNotTakeIsRememberedAndReported() throws IOException {
        Ledger ledger = withBrokenDisk();
        assertThat(ledger.state(USER)).isEqualTo(BLOCKED);
        assertThat(ledger.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.since()).isEqualTo(NOW);
            assertThat(failure.reason()).contains("ledger");
        });
        assertThatThrownBy(ledger::saveAll).isInstanceOf(IOException.class);
    }

    @Test
    void theNextUseOfTheAccountSavesItWhetherItChangesOrNot() throws IOException {
        Ledger ledger = withBrokenDisk();
        mendDisk();
        assertThat(ledger.change(USER, state -> state)).isFalse();
        assertThat(ledger.failure()).isEmpty();
        assertThat(inFolder().state(USER)).isEqualTo(BLOCKED);
    }

    @Test
    void theFailureLastsUntilEveryAccountIsSaved() throws IOException {
        Ledger ledger = withBrokenDisk();
        assertThatThrownBy(() -> save(ledger, OTHER, BLOCKED)).isInstanceOf(IOException.class);
        mendDisk();
        save(ledger, OTHER, CONFIRMED);
        assertThat(ledger.failure()).isPresent();
        ledger.saveAll();
        assertThat(ledger.failure()).isEmpty();
        assertThat(inFolder().all()).containsOnlyKeys(USER, OTHER);
    }

    @Test
    void aFailureToWriteLeavesWhatWasKeptBefore() throws IOException {
        Ledger ledger = inFile();
        save(ledger, USER, BLOCKED);
        // A folder that is not empty cannot make room for the new version.
        Files.createFile(Files.createDirectory(parent.resolve("ledger.new")).resolve("in the way"));
        assertThatThrownBy(() -> save(ledger, USER, CONFIRMED)).isInstanceOf(IOException.class);
        assertThat(inFile().state(USER)).isEqualTo(BLOCKED);
    }

    // One file for each account

    @Test
    void everyAccountHasAFileOfItsOwnInTheFolderWhateverItIsCalled() throws IOException {
        List<String> usernames = List.of("user", "USER", "../../user", "/user", "a/b\\c", "CON", "j\u00f6rg", ".");
        Ledger ledger = inFolder();
        for (String username : usernames) {
            save(ledger, new AccountKey("service", username), BLOCKED);
        }
        assertThat(names(file()))
                .hasSize(usernames.size())
                .allSatisfy(name -> assertThat(name).matches("account-[0-9a-f]{32}\\.properties"));
        assertThat(names(parent)).containsExactly("ledger");
        assertThat(inFolder().all()).hasSize(usernames.size());
    }

    @Test
    void aDamagedFileOfOneAccountHoldsThatAccountAloneUntilItIsDeleted() throws IOException {
        save(inFolder(), USER, BLOCKED);
        Files.writeString(file().resolve(names(file()).get(0)), "damaged");
        save(inFolder(), OTHER, CONFIRMED);

        Ledger ledger = inFolder();
        assertThat(ledger.all()).containsOnly(Map.entry(OTHER, CONFIRMED));
        assertThat(ledger.state(OTHER)).isEqualTo(CONFIRMED);
        assertThatThrownBy(() -> ledger.state(USER)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> save(ledger, USER, CONFIRMED)).isInstanceOf(IOException.class);
        assertThat(ledger.damaged())
                .singleElement()
                .satisfies(damage -> assertThat(damage.file()).hasContent("damaged"));

        ledger.delete(ledger.damaged().get(0));

        assertThat(ledger.damaged()).isEmpty();
        assertThat(names(file())).hasSize(1);
        assertThat(ledger.state(USER)).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void whoeverRestoresTheFileOfAnotherAccountDoesNotPutThatOneBack() throws IOException {
        save(inFolder(), OTHER, CONFIRMED);
        String before = Files.readString(file().resolve(names(file()).get(0)));
        Path damaged = Files.writeString(file().resolve("account-" + USER.id() + ".properties"), "damaged");
        Ledger ledger = inFolder();
        save(ledger, OTHER, BLOCKED);

        Files.writeString(damaged, before);

        assertThat(ledger.state(OTHER)).isEqualTo(BLOCKED);
    }

    @Test
    void aDamagedFileIsListedOnceThoughTheFolderWasReadTwice() throws IOException {
        Files.createDirectory(file());
        Files.writeString(file().resolve("account-0.properties"), "damaged");
        Path unreadable = Files.createDirectory(file().resolve("account-1.properties"));
        Ledger ledger = inFolder();
        assertThatThrownBy(ledger::all).isInstanceOf(IOException.class);

        Files.delete(unreadable);

        assertThat(ledger.all()).isEmpty();
        assertThat(ledger.damaged()).hasSize(1);
    }

    @Test
    void whateverElseIsInTheFolderIsLeftAlone() throws IOException {
        save(inFolder(), USER, BLOCKED);
        Files.writeString(file().resolve("README"), "not ours");
        Files.writeString(file().resolve("account-0.properties.new"), "left behind by a crash");
        Ledger ledger = inFolder();
        assertThat(ledger.all()).containsOnlyKeys(USER);
        assertThat(ledger.damaged()).isEmpty();
    }

    @Test
    void aForgottenAccountHasNoFile() throws IOException {
        Ledger ledger = inFolder();
        save(ledger, USER, BLOCKED);
        save(ledger, USER, AccountState.UNKNOWN);
        assertThat(file()).isEmptyDirectory();
    }

    @Test
    void anAccountOfTheFirstFormatBelongsToTheServiceOfThenAndGetsTheFileOfToday() throws IOException {
        Files.createDirectory(file());
        Path old = Files.writeString(file().resolve("account-00.properties"), """
                account.1.latch.cause=blocked
                account.1.latch.since=2026-03-01T12\\:00\\:00Z
                account.1.username=user
                entries=4
                format=1
                """);
        AccountKey account = new AccountKey("first", "user");

        assertThat(inFolder().all()).containsOnly(Map.entry(account, BLOCKED));

        assertThat(old).doesNotExist();
        assertThat(names(file())).containsExactly("account-" + account.id() + ".properties");
        assertThat(inFolder().state(account)).isEqualTo(BLOCKED);
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"));
    }
}
