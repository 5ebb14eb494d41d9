package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint, StaplerProxy {

    public final String id;

    protected AdministrativeMonitor(String id) {
        throw new RuntimeException("Stub!");
    }

    protected AdministrativeMonitor() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public void disable(boolean value) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public boolean isEnabled() {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isActivated();

    public boolean isSecurity() {
        throw new RuntimeException("Stub!");
    }

    public void doDisable(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void checkRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    public boolean hasRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    public static boolean hasPermissionToDisplay() {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    public static ExtensionList<AdministrativeMonitor> all() {
        throw new RuntimeException("Stub!");
    }
}
