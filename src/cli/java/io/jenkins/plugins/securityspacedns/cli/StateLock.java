package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two runs of the program from using one state file at the same time: the second waits for the first. */
final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws InvalidInputException if the file is in no folder in which a file can be made
     */
    static StateLock take(Path state) throws IOException {
        Path file = state.toAbsolutePath();
        Path name = file.getFileName();
        if (name == null || Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
            throw new InvalidInputException("The state file \"" + state
                    + "\" cannot be made there. Give the path of a file in a folder that exists.");
        }
        FileChannel channel = FileChannel.open(
                file.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock(); // ends with the channel, and with the program however it ends
        return new StateLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
