package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {

    public FlowInterruptedException(
            @NonNull Result result, boolean actualInterruption, @NonNull CauseOfInterruption... causes) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Result getResult() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<CauseOfInterruption> getCauses() {
        throw new RuntimeException("Stub!");
    }

    public boolean isActualInterruption() {
        throw new RuntimeException("Stub!");
    }

    public void setActualInterruption(boolean actualInterruption) {
        throw new RuntimeException("Stub!");
    }

    public String getMessage() {
        throw new RuntimeException("Stub!");
    }

    public void handle(Run<?, ?> run, TaskListener listener) {
        throw new RuntimeException("Stub!");
    }
}
