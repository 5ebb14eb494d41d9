package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Actionable extends AbstractModelObject {

    public Actionable() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public final List<? extends Action> getAllActions() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public <T extends Action> List<T> getActions(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    public void addAction(@NonNull Action a) {
        throw new RuntimeException("Stub!");
    }

    public void replaceAction(@NonNull Action a) {
        throw new RuntimeException("Stub!");
    }

    public boolean addOrReplaceAction(@NonNull Action a) {
        throw new RuntimeException("Stub!");
    }

    public boolean removeAction(@Nullable Action a) {
        throw new RuntimeException("Stub!");
    }

    public <T extends Action> T getAction(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    public Object getDynamic(String token, StaplerRequest2 req, StaplerResponse2 rsp) {
        throw new RuntimeException("Stub!");
    }
}
