package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

public class SequentialExecutionQueue implements Executor {

    public SequentialExecutionQueue(ExecutorService executors) {
        throw new RuntimeException("Stub!");
    }

    public ExecutorService getExecutors() {
        throw new RuntimeException("Stub!");
    }

    public void setExecutors(ExecutorService svc) {
        throw new RuntimeException("Stub!");
    }

    public void execute(@NonNull Runnable item) {
        throw new RuntimeException("Stub!");
    }

    public boolean isStarving(long threshold) {
        throw new RuntimeException("Stub!");
    }

    public Set<Runnable> getInProgress() {
        throw new RuntimeException("Stub!");
    }
}
