package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {

    protected Job(ItemGroup parent, String name) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onCopiedFrom(Item src) {
        throw new RuntimeException("Stub!");
    }

    public Collection<? extends Job> getAllJobs() {
        throw new RuntimeException("Stub!");
    }

    public <T extends JobProperty> T getProperty(Class<T> clazz) {
        throw new RuntimeException("Stub!");
    }

    public JobProperty getProperty(String className) {
        throw new RuntimeException("Stub!");
    }

    public void delete() throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isBuildable();

    public boolean isInQueue() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public RunT getLastBuild() {
        throw new RuntimeException("Stub!");
    }

    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT run);

    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }
}
