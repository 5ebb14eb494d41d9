package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Queue;
import hudson.model.queue.WorkUnit;

public interface IExecutor {

    boolean isIdle();

    IComputer getOwner();

    @CheckForNull
    Queue.Executable getCurrentExecutable();

    @CheckForNull
    WorkUnit getCurrentWorkUnit();

    String getDisplayName();

    boolean hasStopPermission();

    int getNumber();

    long getElapsedTime();

    String getEstimatedRemainingTime();

    boolean isLikelyStuck();

    int getProgress();
}
