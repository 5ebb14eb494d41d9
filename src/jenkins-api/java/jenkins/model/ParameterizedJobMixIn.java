package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.BuildAuthorizationToken;
import hudson.model.BuildableItem;
import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.triggers.Trigger;
import java.io.IOException;
import jenkins.triggers.TriggeredItem;

public abstract class ParameterizedJobMixIn<
        JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT> & Queue.Task,
        RunT extends Run<JobT, RunT> & Queue.Executable> {

    public ParameterizedJobMixIn() {
        throw new RuntimeException("Stub!");
    }

    protected abstract JobT asJob();

    @CheckForNull
    public static Queue.Item scheduleBuild2(Job<?, ?> job, int quietPeriod, Action... actions) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <T extends Trigger<?>> T getTrigger(Job<?, ?> job, Class<T> clazz) {
        throw new RuntimeException("Stub!");
    }

    public interface ParameterizedJob<
                    JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT> & Queue.Task,
                    RunT extends Run<JobT, RunT> & Queue.Executable>
            extends BuildableItem, TriggeredItem {

        @CheckForNull
        BuildAuthorizationToken getAuthToken();

        default boolean scheduleBuild(Cause c) {
            throw new RuntimeException("Stub!");
        }

        default boolean scheduleBuild(int quietPeriod, Cause c) {
            throw new RuntimeException("Stub!");
        }

        default RunT createExecutable() throws IOException {
            throw new RuntimeException("Stub!");
        }
    }
}
