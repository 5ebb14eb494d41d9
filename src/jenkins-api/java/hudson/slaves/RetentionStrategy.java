package hudson.slaves;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Computer;
import hudson.model.Describable;

public abstract class RetentionStrategy<T extends Computer>
        implements Describable<RetentionStrategy<?>>, ExtensionPoint {

    public RetentionStrategy() {
        throw new RuntimeException("Stub!");
    }

    public abstract long check(@NonNull T computer);
}
