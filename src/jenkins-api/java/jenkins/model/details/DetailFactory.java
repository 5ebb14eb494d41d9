package jenkins.model.details;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Actionable;
import java.util.List;

public abstract class DetailFactory<T extends Actionable> implements ExtensionPoint {

    public DetailFactory() {
        throw new RuntimeException("Stub!");
    }

    public abstract Class<T> type();

    @NonNull
    public abstract List<? extends Detail> createFor(@NonNull T actionable);
}
