package hudson.model.queue;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Label;
import hudson.model.Queue;
import java.io.IOException;

public interface SubTask {

    default Label getAssignedLabel() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    Queue.Executable createExecutable() throws IOException;

    @NonNull
    default Queue.Task getOwnerTask() {
        throw new RuntimeException("Stub!");
    }
}
