package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class FlowNode extends Actionable implements Saveable {

    protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public FlowExecution getExecution() {
        throw new RuntimeException("Stub!");
    }

    public String getId() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    protected abstract String getTypeDisplayName();

    @CheckForNull
    public final <T extends Action> T getPersistentAction(@NonNull Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public <T extends Action> T getAction(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<Action> getActions() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
