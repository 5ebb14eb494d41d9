package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps accounts in one file. A new version is written beside it, brought to the disk and then put in its place, so that
 * the file is whole at any moment. Whoever uses it sees to it that there is one writer at a time.
 */
public final class FileLedgerStore implements LedgerStore {

    /** Stands in the name of a file that was set aside, between its old name and the time in milliseconds. */
    static final String SET_ASIDE = ".unreadable-";

    private final Path file;
    private final Clock clock;
    private final Consumer<String> report;
    private Content last;

    /** What was in the file, and what it means: reading the text of thousands of hosts takes longer than the file. */
    private record Content(byte[] bytes, Map<String, AccountState> accounts) {}

    /**
     * @param file the file; it need not exist, its folder must
     * @param clock tells when a file that cannot be read was set aside
     * @param report takes a sentence for people where a file had to be set aside
     */
    public FileLedgerStore(Path file, Clock clock, Consumer<String> report) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
        this.report = report;
    }

    @Override
    public AccountState load(String username) throws IOException {
        return loadAll().getOrDefault(username, AccountState.UNKNOWN);
    }

    /**
     * @return every account in the file, by user name
     * @throws IOException if the file cannot be read
     */
    public Map<String, AccountState> loadAll() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new IOException("The ledger " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (last != null && Arrays.equals(bytes, last.bytes)) {
            return last.accounts;
        }
        try {
            return keep(bytes, LedgerText.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            setAside(e.getMessage());
            return Map.of();
        }
    }

    /**
     * Ends what is known of every account in the file.
     *
     * @throws IOException if the file cannot be removed
     */
    void clear() throws IOException {
        Files.deleteIfExists(file);
        syncFolder(file);
    }

    /**
     * Sets the file aside where it is there and cannot be read, such as one that belongs to another user, whose place a
     * new version would take silently.
     *
     * @throws IOException if it stays in the way
     */
    void setAsideIfUnreadable() throws IOException {
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        if (Files.exists(file) && !readable) {
            setAside("it cannot be read");
        }
    }

    private Map<String, AccountState> keep(byte[] bytes, Map<String, AccountState> accounts) {
        last = new Content(bytes, Collections.unmodifiableMap(accounts));
        return last.accounts;
    }

    private void setAside(String reason) throws IOException {
        Path kept = file.resolveSibling(file.getFileName() + SET_ASIDE + clock.millis());
        Files.move(file, kept);
        report.accept("The ledger " + file + " cannot be used, because " + reason + ". It is kept as " + kept
                + ", and a new one begins: latches and backoffs that it held are lost.");
    }

    @Override
    public void save(String username, AccountState state) throws IOException {
        Map<String, AccountState> accounts = new TreeMap<>(loadAll());
        accounts.put(username, state);
        saveAll(accounts);
    }

    /** Keeps these accounts, and no other that was in the file. */
    void saveAll(Map<String, AccountState> accounts) throws IOException {
        Path target = target();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        byte[] bytes = LedgerText.format(accounts).getBytes(StandardCharsets.UTF_8);
        write(fresh, bytes);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(target);
        keep(bytes, accounts);
    }

    /** The file itself: where it is a link, its target is replaced and the link stays. */
    private Path target() throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        return Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
    }

    private static void write(Path fresh, byte[] content) throws IOException {
        Files.deleteIfExists(fresh);
        OwnerOnly.createFile(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // What a channel throws, as on a full disk, does not say where.
            IOException placed = new FileSystemException(fresh.toString(), null, e.getMessage());
            placed.initCause(e);
            throw placed;
        }
    }

    /** Brings the new name to the disk too, where the system lets a folder be opened. */
    private static void syncFolder(Path target) {
        try (FileChannel folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; its file system keeps the order of the two steps by itself.
            return;
        }
    }
}
