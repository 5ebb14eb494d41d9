package hudson.slaves;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import hudson.model.Slave;
import hudson.remoting.Channel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Future;
import java.util.logging.LogRecord;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class SlaveComputer extends Computer {

    public SlaveComputer(Slave slave) {
        super(null);
        throw new RuntimeException("Stub!");
    }

    public boolean isAcceptingTasks() {
        throw new RuntimeException("Stub!");
    }

    public Boolean isUnix() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Slave getNode() {
        throw new RuntimeException("Stub!");
    }

    public boolean isLaunchSupported() {
        throw new RuntimeException("Stub!");
    }

    protected Future<?> _connect(boolean forceReconnect) {
        throw new RuntimeException("Stub!");
    }

    public boolean isConnecting() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getAbsoluteRemotePath() {
        throw new RuntimeException("Stub!");
    }

    public Channel getChannel() {
        throw new RuntimeException("Stub!");
    }

    public Charset getDefaultCharset() {
        throw new RuntimeException("Stub!");
    }

    public List<LogRecord> getLogRecords() throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public void doLaunchSlaveAgent(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    public RetentionStrategy getRetentionStrategy() {
        throw new RuntimeException("Stub!");
    }
}
