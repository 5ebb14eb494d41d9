package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.console.AnnotatedLargeText;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Calendar;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot, StaplerProxy {

    public static final Permission UPDATE = null;

    protected Run(@NonNull JobT job) throws IOException {
        throw new RuntimeException("Stub!");
    }

    protected void onLoad() {
        throw new RuntimeException("Stub!");
    }

    public int compareTo(@NonNull RunT that) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Result getResult() {
        throw new RuntimeException("Stub!");
    }

    public void setResult(@NonNull Result r) {
        throw new RuntimeException("Stub!");
    }

    public boolean isBuilding() {
        throw new RuntimeException("Stub!");
    }

    public boolean isLogUpdated() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Executor getExecutor() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public final Charset getCharset() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<Cause> getCauses() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public <T extends Cause> T getCause(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public JobT getParent() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Calendar getTimestamp() {
        throw new RuntimeException("Stub!");
    }

    public final long getTimeInMillis() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getDescription() {
        throw new RuntimeException("Stub!");
    }

    public String getFullDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
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
    public RunT getNextBuild() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getUrl() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public File getRootDir() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public AnnotatedLargeText getLogText() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public EnvVars getEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getExternalizableId() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }
}
