package io.jenkins.plugins.securityspacedns.ledger;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of the ledger that could not be used, and was kept under another name.
 *
 * @param path the file
 * @param at when it was set aside
 */
public record SetAside(Path path, Instant at) {

    /** Stands in the name of a file that was set aside, between its old name and the time in milliseconds. */
    static final String MARK = ".unreadable-";

    /** What a file name says, if it is the name of a file that was set aside. */
    static Optional<SetAside> of(Path path) {
        String name = String.valueOf(path.getFileName());
        int mark = name.lastIndexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        try {
            long millis = Long.parseLong(name.substring(mark + MARK.length()));
            return Optional.of(new SetAside(path, Instant.ofEpochMilli(millis)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty(); // a file of somebody else
        }
    }

    /** {@return the name of the file} */
    public String file() {
        return String.valueOf(path.getFileName());
    }
}
