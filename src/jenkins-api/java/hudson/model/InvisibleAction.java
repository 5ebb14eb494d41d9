package hudson.model;

public abstract class InvisibleAction implements Action {

    public InvisibleAction() {
        throw new RuntimeException("Stub!");
    }

    public final String getIconFileName() {
        throw new RuntimeException("Stub!");
    }

    public final String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlName() {
        throw new RuntimeException("Stub!");
    }
}
