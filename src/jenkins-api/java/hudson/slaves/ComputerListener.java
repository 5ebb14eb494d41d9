package hudson.slaves;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;

public abstract class ComputerListener implements ExtensionPoint {

    public ComputerListener() {
        throw new RuntimeException("Stub!");
    }

    public void preOnline(Computer c, Channel channel, FilePath root, TaskListener listener)
            throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public void onOnline(Computer c, TaskListener listener) throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public void onOffline(@NonNull Computer c, @CheckForNull OfflineCause cause) {
        throw new RuntimeException("Stub!");
    }

    public void onConfigurationChange() {
        throw new RuntimeException("Stub!");
    }
}
