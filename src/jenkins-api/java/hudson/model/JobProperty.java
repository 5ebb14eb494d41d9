package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.Launcher;
import hudson.tasks.BuildStep;
import java.io.IOException;
import java.util.Collection;

public abstract class JobProperty<J extends Job<?, ?>>
        implements ReconfigurableDescribable<JobProperty<?>>, BuildStep, ExtensionPoint {

    public JobProperty() {
        throw new RuntimeException("Stub!");
    }

    public boolean prebuild(AbstractBuild<?, ?> build, BuildListener listener) {
        throw new RuntimeException("Stub!");
    }

    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        throw new RuntimeException("Stub!");
    }

    public final Action getProjectAction(AbstractProject<?, ?> project) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public final Collection<? extends Action> getProjectActions(AbstractProject<?, ?> project) {
        throw new RuntimeException("Stub!");
    }
}
