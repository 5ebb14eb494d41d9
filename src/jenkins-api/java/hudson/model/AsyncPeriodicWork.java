package hudson.model;

import java.io.File;
import java.io.IOException;
import java.util.logging.Level;

public abstract class AsyncPeriodicWork extends PeriodicWork {

    protected AsyncPeriodicWork(String name) {
        throw new RuntimeException("Stub!");
    }

    public final void doRun() {
        throw new RuntimeException("Stub!");
    }

    protected File getLogFile() {
        throw new RuntimeException("Stub!");
    }

    protected Level getNormalLoggingLevel() {
        throw new RuntimeException("Stub!");
    }

    protected Level getErrorLoggingLevel() {
        throw new RuntimeException("Stub!");
    }

    protected abstract void execute(TaskListener taskListener) throws IOException, InterruptedException;
}
