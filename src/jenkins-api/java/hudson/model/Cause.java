package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.kohsuke.stapler.export.ExportedBean;

@ExportedBean
public abstract class Cause {

    public Cause() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getShortDescription();

    public void onLoad(@NonNull Run<?, ?> build) {
        throw new RuntimeException("Stub!");
    }

    public void print(TaskListener listener) {
        throw new RuntimeException("Stub!");
    }
}
