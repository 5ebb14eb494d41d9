package io.jenkins.plugins.securityspacedns.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.Pause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** The file that keeps state between runs: a regular file, or nothing yet in a folder that exists. */
final class StateFile {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final Path path;

    private StateFile(Path path) {
        this.path = path;
    }

    /** Another run used the state file for too long. */
    static final class BusyException extends Exception {

        private static final long serialVersionUID = 1L;

        BusyException(String message) {
            super(message);
        }
    }

    /**
     * @param name the path that the user gave; if it is a link, the file is what it leads to
     * @throws InvalidInputException if there is something else than a regular file, or if no file can be there
     */
    static StateFile of(String name) {
        try {
            Path path = target(Path.of(name).toAbsolutePath(), name);
            if (path.getFileName() == null || !Files.isDirectory(path.resolveSibling("."))) {
                throw refused(name, "is in no folder that exists");
            }
            return new StateFile(path);
        } catch (InvalidPathException | IOException e) {
            throw refused(name, "cannot be used: " + Printable.excerpt(String.valueOf(e.getMessage())));
        }
    }

    /** As {@link #of}, in a folder that is made for this user alone if it does not exist. */
    static StateFile inOwnFolder(Path folder, String name) {
        try {
            Files.createDirectories(folder, ownerOnly(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE));
        } catch (IOException e) {
            throw new InvalidInputException("The folder \"" + folder + "\" for the state cannot be made: "
                    + LedgerPlace.reason(e) + ". Use --state to name another file, or --no-state to keep none.");
        }
        return of(folder.resolve(name).toString());
    }

    private static Path target(Path path, String name) throws IOException {
        if (Files.exists(path)) {
            if (!Files.isRegularFile(path)) {
                throw refused(name, Files.isDirectory(path) ? "is a folder" : "is a device, a pipe or a socket");
            }
            return path.toRealPath();
        }
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw refused(name, "is a link that leads nowhere");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static InvalidInputException refused(String name, String why) {
        return new InvalidInputException("The state file \"" + Printable.excerpt(name) + "\" " + why
                + ". Give the path of a regular file, or of a new one in a folder that exists.");
    }

    private static FileAttribute<?>[] ownerOnly(PosixFilePermission... permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Set.of(permissions))}
                : new FileAttribute<?>[0];
    }

    /** {@return the file itself, which is no link} */
    Path path() {
        return path;
    }

    /**
     * Keeps other runs from using the file until the channel that is returned is closed or the program ends.
     *
     * @param longest how long to wait for another run
     * @param report takes a sentence for people if another run has to be waited for
     * @throws BusyException if another run used it for longer
     * @throws IOException if the file cannot be locked
     */
    AutoCloseable lock(Duration longest, Consumer<String> report)
            throws IOException, BusyException, InterruptedException {
        Path file = path.resolveSibling(path.getFileName() + ".lock");
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file");
        }
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(OWNER_READ, OWNER_WRITE));
        try {
            await(channel, longest, report);
            return channel;
        } catch (IOException | BusyException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private void await(FileChannel channel, Duration longest, Consumer<String> report)
            throws IOException, BusyException, InterruptedException {
        long tries = longest.dividedBy(BETWEEN_TRIES);
        long firstWord = Duration.ofSeconds(1).dividedBy(BETWEEN_TRIES);
        for (long attempt = 0; ; attempt++) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
            if (attempt == tries) {
                throw new BusyException("Another run has used the state file " + path + " for more than "
                        + longest.toSeconds() + " s. Nothing was sent. Try again later, or end the other run.");
            }
            if (attempt == firstWord) {
                report.accept("Another run uses the state file " + path + ". This one waits up to "
                        + longest.toSeconds() + " s for it.");
            }
            Pause.REAL.pause(BETWEEN_TRIES);
        }
    }
}
