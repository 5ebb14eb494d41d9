package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;
import org.kohsuke.stapler.StaplerProxy;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot, StaplerProxy {

    protected Run(@NonNull JobT job) throws IOException {
        throw new RuntimeException("Stub!");
    }

    protected void onLoad() {
        throw new RuntimeException("Stub!");
    }

    public int compareTo(@NonNull RunT that) {
        throw new RuntimeException("Stub!");
    }

    public void setResult(@NonNull Result r) {
        throw new RuntimeException("Stub!");
    }

    public boolean isBuilding() {
        throw new RuntimeException("Stub!");
    }

    public final long getTimeInMillis() {
        throw new RuntimeException("Stub!");
    }

    public int getNumber() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public RunT getPreviousBuild() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public <T extends Cause> T getCause(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public File getRootDir() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public JobT getParent() {
        throw new RuntimeException("Stub!");
    }

    public String getUrl() {
        throw new RuntimeException("Stub!");
    }
}
