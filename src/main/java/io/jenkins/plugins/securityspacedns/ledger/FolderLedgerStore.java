package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps every account in a small file of its own in one folder. One thread at a time reads or writes. */
public final class FolderLedgerStore implements LedgerStore {

    private static final String START = "account-";
    private static final String END = ".properties";

    private final Path folder;
    private final Clock clock;
    private final Consumer<String> report;

    /**
     * @param folder the folder; it is made where it does not exist
     * @param clock tells when a file that cannot be read was set aside
     * @param report takes a sentence for people where a file had to be set aside
     */
    public FolderLedgerStore(Path folder, Clock clock, Consumer<String> report) {
        this.folder = folder;
        this.clock = clock;
        this.report = report;
    }

    @Override
    public synchronized AccountState load(String username) throws IOException {
        return file(username).load(username);
    }

    /**
     * @return every account, by user name
     * @throws IOException if the folder or a file cannot be read
     */
    public synchronized SortedMap<String, AccountState> loadAll() throws IOException {
        SortedMap<String, AccountState> accounts = new TreeMap<>();
        for (Path path : files()) {
            String name = String.valueOf(path.getFileName());
            if (name.startsWith(START) && name.endsWith(END)) {
                accounts.putAll(new FileLedgerStore(path, clock, report).loadAll());
            }
        }
        return accounts;
    }

    @Override
    public synchronized void save(String username, AccountState state) throws IOException {
        Files.createDirectories(folder);
        FileLedgerStore file = file(username);
        file.setAsideIfUnreadable();
        file.saveAll(Map.of(username, state));
    }

    /**
     * Forgets an account.
     *
     * @param username its user name
     * @throws IOException if it is still known
     */
    public synchronized void forget(String username) throws IOException {
        file(username).clear();
    }

    /**
     * @return the files that could not be read and were set aside
     * @throws IOException if the folder cannot be read
     */
    public synchronized List<SetAside> setAside() throws IOException {
        return files().stream().map(SetAside::of).flatMap(Optional::stream).toList();
    }

    /**
     * Deletes a file that was set aside, where it is still there.
     *
     * @param setAside one of {@link #setAside()}
     * @throws IOException if it cannot be deleted
     */
    public synchronized void delete(SetAside setAside) throws IOException {
        Files.deleteIfExists(folder.resolve(setAside.file()));
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IOException("The folder of the ledger " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private FileLedgerStore file(String username) {
        return new FileLedgerStore(folder.resolve(nameOfFile(username)), clock, report);
    }

    /** A name that every file system takes, whatever a user name is made of. */
    private static String nameOfFile(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return START + HexFormat.of().formatHex(digest, 0, 16) + END;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
