package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import jenkins.management.Badge;

public abstract class ManagementLink implements ExtensionPoint, Action {

    public ManagementLink() {
        throw new RuntimeException("Stub!");
    }

    @Override
    @CheckForNull
    public abstract String getIconFileName();

    @Override
    @CheckForNull
    public abstract String getUrlName();

    public String getDescription() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Permission getRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Category getCategory() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Badge getBadge() {
        throw new RuntimeException("Stub!");
    }

    public enum Category {
        STATUS
    }
}
