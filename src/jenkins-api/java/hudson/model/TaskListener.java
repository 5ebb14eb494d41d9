package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.PrintStream;
import java.io.PrintWriter;

public interface TaskListener {

    @NonNull
    PrintStream getLogger();

    @NonNull
    default PrintWriter error(String msg) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    default PrintWriter error(String format, Object... args) {
        throw new RuntimeException("Stub!");
    }
}
