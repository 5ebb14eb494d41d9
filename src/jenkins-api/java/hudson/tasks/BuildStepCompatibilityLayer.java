package hudson.tasks;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Action;
import hudson.model.Build;
import hudson.model.BuildListener;
import hudson.model.Project;
import java.io.IOException;
import java.util.Collection;

@Deprecated
public abstract class BuildStepCompatibilityLayer implements BuildStep {

    public BuildStepCompatibilityLayer() {
        throw new RuntimeException("Stub!");
    }

    public boolean prebuild(AbstractBuild<?, ?> build, BuildListener listener) {
        throw new RuntimeException("Stub!");
    }

    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        throw new RuntimeException("Stub!");
    }

    public Action getProjectAction(AbstractProject<?, ?> project) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Collection<? extends Action> getProjectActions(AbstractProject<?, ?> project) {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public boolean prebuild(Build<?, ?> build, BuildListener listener) {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public boolean perform(Build<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public Action getProjectAction(Project<?, ?> project) {
        throw new RuntimeException("Stub!");
    }
}
