package hudson.model;

import hudson.model.queue.FoldableAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements FoldableAction, RunAction2 {

    public CauseAction(Cause c) {
        throw new RuntimeException("Stub!");
    }

    public CauseAction(Cause... c) {
        throw new RuntimeException("Stub!");
    }

    public CauseAction(Collection<? extends Cause> causes) {
        throw new RuntimeException("Stub!");
    }

    public CauseAction(CauseAction ca) {
        throw new RuntimeException("Stub!");
    }

    public List<Cause> getCauses() {
        throw new RuntimeException("Stub!");
    }

    public <T extends Cause> T findCause(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getIconFileName() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlName() {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(Run<?, ?> owner) {
        throw new RuntimeException("Stub!");
    }

    public void onAttached(Run<?, ?> owner) {
        throw new RuntimeException("Stub!");
    }

    public void foldIntoExisting(Queue.Item item, Queue.Task owner, List<Action> otherActions) {
        throw new RuntimeException("Stub!");
    }
}
