package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the accounts of a ledger are kept. */
public final class LedgerPlace {

    /** Keeps accounts as long as the program runs. */
    public static final LedgerPlace MEMORY = new LedgerPlace(List::of, account -> Optional.empty());

    private interface Listing {
        List<Path> files() throws IOException;
    }

    private final Listing listing;
    private final Function<AccountKey, Optional<Path>> fileOf;

    private LedgerPlace(Listing listing, Function<AccountKey, Optional<Path>> fileOf) {
        this.listing = listing;
        this.fileOf = fileOf;
    }

    /** {@return keeps all accounts in one file} */
    public static LedgerPlace file(Path file) {
        return new LedgerPlace(() -> List.of(file), account -> Optional.of(file));
    }

    /** {@return keeps each account in a small file of its own in a folder, which is made when the first one is kept} */
    public static LedgerPlace folder(Path folder) {
        return new LedgerPlace(
                () -> filesIn(folder),
                account -> Optional.of(folder.resolve("account-" + account.id() + ".properties")));
    }

    /** {@return why a file cannot be used: many an exception of a file system says no more than the name of the file} */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "this user has no access to " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is no folder";
        }
        boolean isNameAlone = e instanceof FileSystemException failed && failed.getReason() == null;
        return isNameAlone ? e.getClass().getSimpleName() + " " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("account-.*\\.properties"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static IOException unreadable(Path folder, IOException e) {
        return new IOException("The folder of the ledger " + folder + " cannot be read: " + reason(e), e);
    }

    /** The files that hold accounts. */
    List<Path> files() throws IOException {
        return listing.files();
    }

    /** {@return the file that holds an account; empty if nothing does} */
    public Optional<Path> fileOf(AccountKey account) {
        return fileOf.apply(account);
    }
}
