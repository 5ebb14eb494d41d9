package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Keeps every account in a small file of its own in one folder. */
public final class FolderLedgerStore implements LedgerStore {

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
    public AccountState load(String username) throws IOException {
        return file(username).load(username);
    }

    @Override
    public void save(String username, AccountState state) throws IOException {
        Files.createDirectories(folder);
        file(username).save(username, state);
    }

    private FileLedgerStore file(String username) {
        return new FileLedgerStore(folder.resolve(nameOf(username)), clock, report);
    }

    /** A name that every file system takes, whatever a user name is made of. */
    private static String nameOf(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return "account-" + HexFormat.of().formatHex(digest, 0, 16) + ".properties";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
