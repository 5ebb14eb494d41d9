package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

public abstract class Launcher {

    protected Launcher(@NonNull Launcher launcher) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public VirtualChannel getChannel() {
        throw new RuntimeException("Stub!");
    }

    public abstract Proc launch(@NonNull Launcher.ProcStarter procStarter) throws IOException;

    public abstract Channel launchChannel(
            @NonNull String[] strings,
            @NonNull OutputStream outputStream,
            @CheckForNull FilePath filePath,
            @NonNull Map<String, String> map)
            throws IOException, InterruptedException;

    public abstract void kill(Map<String, String> map) throws IOException, InterruptedException;

    public final class ProcStarter {

        public ProcStarter() {
            throw new RuntimeException("Stub!");
        }
    }
}
