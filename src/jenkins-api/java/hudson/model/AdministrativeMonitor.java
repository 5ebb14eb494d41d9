package hudson.model;

import hudson.ExtensionPoint;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint, StaplerProxy {

    protected AdministrativeMonitor(String id) {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isActivated();

    public void checkRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    public boolean hasRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    @Override
    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }
}
