package hudson.model;

import hudson.model.queue.FoldableAction;
import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements FoldableAction, RunAction2 {

    public CauseAction(Cause... c) {
        throw new RuntimeException("Stub!");
    }

    public String getIconFileName() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlName() {
        throw new RuntimeException("Stub!");
    }

    public void onAttached(Run<?, ?> r) {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(Run<?, ?> r) {
        throw new RuntimeException("Stub!");
    }

    public void foldIntoExisting(Queue.Item item, Queue.Task owner, List<Action> otherActions) {
        throw new RuntimeException("Stub!");
    }
}
