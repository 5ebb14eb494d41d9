package io.jenkins.plugins.securityspacedns.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What a command finds around it.
 *
 * @param out takes results
 * @param err takes everything else
 * @param terminal whether standard output is a terminal that knows escape sequences, and colours are not unwanted
 * @param environment tells the value of an environment variable, or null if it is not set
 * @param clock tells the time
 */
record Surroundings(
        PrintStream out, PrintStream err, boolean terminal, UnaryOperator<String> environment, Clock clock) {}
