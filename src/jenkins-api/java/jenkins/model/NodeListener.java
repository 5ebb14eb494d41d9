package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Node;

public abstract class NodeListener implements ExtensionPoint {

    public NodeListener() {
        throw new RuntimeException("Stub!");
    }

    protected void onCreated(@NonNull Node node) {
        throw new RuntimeException("Stub!");
    }

    protected void onUpdated(@NonNull Node oldOne, @NonNull Node newOne) {
        throw new RuntimeException("Stub!");
    }

    protected void onDeleted(@NonNull Node node) {
        throw new RuntimeException("Stub!");
    }
}
