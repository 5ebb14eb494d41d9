package io.jenkins.plugins.securityspacedns.cli;

import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command finds around it.
 *
 * @param out takes results
 * @param err takes everything else
 * @param terminal whether a person looks at both on a terminal
 * @param password the value of {@link #PASSWORD_VARIABLE}, or null if it is not set
 * @param clock tells the time
 */
record Surroundings(PrintStream out, PrintStream err, boolean terminal, String password, Clock clock) {

    /** The only way in for the password: options can be read by every user of the machine. */
    static final String PASSWORD_VARIABLE = "SECURITYSPACE_PASSWORD";

    @Override
    public String toString() {
        return "surroundings of a command";
    }
}
