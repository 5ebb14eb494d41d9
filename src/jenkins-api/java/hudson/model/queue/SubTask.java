package hudson.model.queue;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Queue;
import java.io.IOException;

public interface SubTask {

    @CheckForNull
    Queue.Executable createExecutable() throws IOException;
}
