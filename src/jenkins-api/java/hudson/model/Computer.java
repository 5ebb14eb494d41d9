package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.slaves.OfflineCause;
import hudson.slaves.RetentionStrategy;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Future;
import java.util.logging.LogRecord;
import jenkins.model.IComputer;
import jenkins.model.IDisplayExecutor;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Computer extends Actionable implements AccessControlled, IComputer, StaplerProxy {

    public static final Permission CONFIGURE = null;

    public static final Permission EXTENDED_READ = null;

    protected Computer(Node node) {
        throw new RuntimeException("Stub!");
    }

    public OfflineCause getOfflineCause() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public abstract VirtualChannel getChannel();

    public abstract Charset getDefaultCharset();

    public abstract List<LogRecord> getLogRecords() throws IOException, InterruptedException;

    public abstract void doLaunchSlaveAgent(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException;

    public final Future<?> connect(boolean forceReconnect) {
        throw new RuntimeException("Stub!");
    }

    protected abstract Future<?> _connect(boolean value);

    @NonNull
    public String getName() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public abstract Boolean isUnix();

    public boolean isOffline() {
        throw new RuntimeException("Stub!");
    }

    public final boolean isOnline() {
        throw new RuntimeException("Stub!");
    }

    public boolean isLaunchSupported() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getUrl() {
        throw new RuntimeException("Stub!");
    }

    public int countIdle() {
        throw new RuntimeException("Stub!");
    }

    public final int countBusy() {
        throw new RuntimeException("Stub!");
    }

    public final int countExecutors() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<IDisplayExecutor> getDisplayExecutors() {
        throw new RuntimeException("Stub!");
    }

    public abstract RetentionStrategy getRetentionStrategy();

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public static Computer currentComputer() {
        throw new RuntimeException("Stub!");
    }

    public boolean isAcceptingTasks() {
        throw new RuntimeException("Stub!");
    }
}
