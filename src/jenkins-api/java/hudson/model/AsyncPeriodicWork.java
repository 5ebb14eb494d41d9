package hudson.model;

import java.io.IOException;

public abstract class AsyncPeriodicWork extends PeriodicWork {

    protected AsyncPeriodicWork(String name) {
        throw new RuntimeException("Stub!");
    }

    @Override
    public final void doRun() {
        throw new RuntimeException("Stub!");
    }

    protected abstract void execute(TaskListener listener) throws IOException, InterruptedException;
}
