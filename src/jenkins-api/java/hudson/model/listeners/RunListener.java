package hudson.model.listeners;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

public abstract class RunListener<R extends Run> implements ExtensionPoint {

    protected RunListener(Class<R> targetType) {
        throw new RuntimeException("Stub!");
    }

    protected RunListener() {
        throw new RuntimeException("Stub!");
    }

    public void onCompleted(R r, @NonNull TaskListener listener) {
        throw new RuntimeException("Stub!");
    }

    public void onFinalized(R r) {
        throw new RuntimeException("Stub!");
    }

    public void onDeleted(R r) {
        throw new RuntimeException("Stub!");
    }
}
