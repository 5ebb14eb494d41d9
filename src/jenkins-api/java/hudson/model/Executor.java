package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.queue.WorkUnit;
import jenkins.model.IExecutor;

public class Executor extends Thread implements ModelObject, IExecutor {

    public Executor(@NonNull Computer owner, int n) {
        throw new RuntimeException("Stub!");
    }

    public void run() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Queue.Executable getCurrentExecutable() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public WorkUnit getCurrentWorkUnit() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public int getNumber() {
        throw new RuntimeException("Stub!");
    }

    public boolean isIdle() {
        throw new RuntimeException("Stub!");
    }

    public int getProgress() {
        throw new RuntimeException("Stub!");
    }

    public boolean isLikelyStuck() {
        throw new RuntimeException("Stub!");
    }

    public long getElapsedTime() {
        throw new RuntimeException("Stub!");
    }

    public String getEstimatedRemainingTime() {
        throw new RuntimeException("Stub!");
    }

    public boolean hasStopPermission() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Computer getOwner() {
        throw new RuntimeException("Stub!");
    }
}
