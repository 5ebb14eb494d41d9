package jenkins.model;

import hudson.model.Action;
import hudson.model.Actionable;

public abstract class Tab implements Action, Badgeable {

    public Tab(Actionable object) {
        throw new RuntimeException("Stub!");
    }

    public Actionable getObject() {
        throw new RuntimeException("Stub!");
    }
}
