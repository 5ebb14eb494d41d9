package jenkins.model.details;

import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Actionable;
import hudson.model.ModelObject;

public abstract class Detail implements ModelObject {

    public Detail(Actionable object) {
        throw new RuntimeException("Stub!");
    }

    public Actionable getObject() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public String getIconClassName() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public String getLink() {
        throw new RuntimeException("Stub!");
    }

    public DetailGroup getGroup() {
        throw new RuntimeException("Stub!");
    }

    public int getOrder() {
        throw new RuntimeException("Stub!");
    }
}
