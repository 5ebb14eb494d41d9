package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Reads and writes one file of the ledger. A new version is written beside it, brought to the disk and then put in its
 * place, so that the file is whole at any moment. If the file is a link, its target is what is replaced.
 */
final class LedgerFile {

    private LedgerFile() {}

    /** The text of a file; empty if there is no such file. */
    static Optional<String> read(Path file) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is not a regular file");
            }
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("The ledger " + file + " cannot be read: " + LedgerPlace.reason(e), e);
        }
    }

    static void write(Path file, String text) throws IOException {
        Path target = target(file);
        Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        writeAside(fresh, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(target);
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        syncFolder(file);
    }

    private static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        return Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
    }

    private static void writeAside(Path fresh, ByteBuffer bytes) throws IOException {
        Files.deleteIfExists(fresh);
        createForOwnerOnly(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
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

    private static void createForOwnerOnly(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** Brings the new name to the disk too, if the system lets a folder be opened. */
    private static void syncFolder(Path target) {
        try (FileChannel folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; its file system keeps the order of the two steps by itself.
            return;
        }
    }
}
