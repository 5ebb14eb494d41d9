package io.jenkins.plugins.securityspacedns.cli;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line on a terminal that says what the program waits for and how long it has been; it leaves no trace. */
final class ProgressLine implements AutoCloseable {

    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private final ScheduledExecutorService ticker;
    private int seconds;

    private ProgressLine(PrintStream terminal, String what) {
        this.terminal = terminal;
        this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ticker.scheduleAtFixedRate(() -> draw(what), 0, 1, TimeUnit.SECONDS);
    }

    /** Shows the line if standard output is a terminal; standard error may be a file. Else it shows nothing. */
    static AutoCloseable show(Surroundings surroundings, String what) {
        return surroundings.terminal() ? new ProgressLine(surroundings.out(), what) : () -> {};
    }

    private synchronized void draw(String what) {
        if (!ticker.isShutdown()) {
            terminal.print(ERASE + what + " " + seconds++ + " s");
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        terminal.print(ERASE);
        terminal.flush();
    }
}
