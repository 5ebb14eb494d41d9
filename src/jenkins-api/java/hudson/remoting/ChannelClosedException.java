package hudson.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import org.jenkinsci.remoting.ChannelStateException;

public class ChannelClosedException extends ChannelStateException {

    public ChannelClosedException(@CheckForNull Channel channel, @CheckForNull Throwable cause) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    public ChannelClosedException(
            @CheckForNull Channel channel, @NonNull String message, @CheckForNull Throwable cause) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }
}
