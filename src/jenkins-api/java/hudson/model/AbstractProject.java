package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.tasks.Publisher;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import hudson.util.DescribableList;
import java.io.IOException;
import java.util.Map;
import jenkins.model.ParameterizedJobMixIn;

public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Job<P, R>
        implements BuildableItem, ParameterizedJobMixIn.ParameterizedJob<P, R> {

    protected AbstractProject(ItemGroup parent, String name) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public boolean isBuildable() {
        throw new RuntimeException("Stub!");
    }

    public abstract DescribableList<Publisher, Descriptor<Publisher>> getPublishersList();

    public BuildAuthorizationToken getAuthToken() {
        throw new RuntimeException("Stub!");
    }

    public RunMap<R> _getRuns() {
        throw new RuntimeException("Stub!");
    }

    public void removeRun(R run) {
        throw new RuntimeException("Stub!");
    }

    protected abstract Class<R> getBuildClass();

    @CheckForNull
    public R createExecutable() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Map<TriggerDescriptor, Trigger<?>> getTriggers() {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isFingerprintConfigured();
}
