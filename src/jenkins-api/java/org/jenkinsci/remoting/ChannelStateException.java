package org.jenkinsci.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.Channel;
import java.io.IOException;

public class ChannelStateException extends IOException {

    public ChannelStateException(@CheckForNull Channel channel, @NonNull String message) {
        throw new RuntimeException("Stub!");
    }
}
