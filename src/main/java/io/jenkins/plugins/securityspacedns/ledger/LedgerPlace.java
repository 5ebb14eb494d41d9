package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the accounts of a ledger are kept. */
public interface LedgerPlace {

    /** Keeps accounts as long as the program runs. */
    LedgerPlace MEMORY = new LedgerPlace() {
        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public Optional<Path> fileOf(AccountKey account) {
            return Optional.empty();
        }
    };

    /**
     * @return the files that hold accounts, or were set aside
     * @throws IOException if the folder cannot be read
     */
    List<Path> files() throws IOException;

    /**
     * @param account an account
     * @return the file that holds it; empty if nothing does
     */
    Optional<Path> fileOf(AccountKey account);

    /**
     * @param file a file
     * @return keeps all accounts in this file
     */
    static LedgerPlace file(Path file) {
        return new LedgerPlace() {
            @Override
            public List<Path> files() {
                return List.of(file);
            }

            @Override
            public Optional<Path> fileOf(AccountKey account) {
                return Optional.of(file);
            }
        };
    }

    /**
     * @param folder a folder; it is made when the first account is kept
     * @return keeps each account in a small file of its own in this folder
     */
    static LedgerPlace folder(Path folder) {
        return new LedgerPlace() {
            @Override
            public List<Path> files() throws IOException {
                if (Files.notExists(folder)) {
                    return List.of();
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(
                                    file -> String.valueOf(file.getFileName()).startsWith("account-"))
                            .sorted()
                            .toList();
                } catch (IOException | UncheckedIOException e) {
                    throw new IOException(
                            "The folder of the ledger " + folder + " cannot be read: " + e.getMessage(), e);
                }
            }

            @Override
            public Optional<Path> fileOf(AccountKey account) {
                return Optional.of(folder.resolve("account-" + account.id() + ".properties"));
            }
        };
    }
}
