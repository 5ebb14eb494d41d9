package io.jenkins.plugins.securityspacedns.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A program that updates hosts. */
interface Contestant {

    String name();

    /** Whether a task is one for it, and whether it is there at all. */
    Optional<String> whyNot(Task task);

    /**
     * Writes what it needs to know into an empty folder.
     *
     * @param task the work
     * @param endpoint where requests go
     * @param folder where it keeps its configuration, and what it remembers between two laps
     * @return can run a lap as often as one likes
     */
    Session prepare(Task task, URI endpoint, Path folder) throws IOException;

    /** A contestant that is ready to run. */
    @FunctionalInterface
    interface Session {
        Effort run() throws IOException, InterruptedException;
    }
}
