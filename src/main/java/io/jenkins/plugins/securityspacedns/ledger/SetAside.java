package io.jenkins.plugins.securityspacedns.ledger;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of the ledger that could not be read, and was kept under another name.
 *
 * @param file its name in the folder of the ledger
 * @param at when it was set aside
 */
public record SetAside(String file, Instant at) {

    /** What a file name says, if it is the name of a file that was set aside. */
    static Optional<SetAside> of(Path file) {
        String name = String.valueOf(file.getFileName());
        int mark = name.lastIndexOf(FileLedgerStore.SET_ASIDE);
        if (mark < 0) {
            return Optional.empty();
        }
        try {
            long millis = Long.parseLong(name.substring(mark + FileLedgerStore.SET_ASIDE.length()));
            return Optional.of(new SetAside(name, Instant.ofEpochMilli(millis)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty(); // a file of somebody else
        }
    }
}
