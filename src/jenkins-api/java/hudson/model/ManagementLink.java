package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.security.Permission;

public abstract class ManagementLink implements ExtensionPoint, Action {

    public ManagementLink() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public abstract String getIconFileName();

    public String getDescription() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public abstract String getUrlName();

    @NonNull
    public static ExtensionList<ManagementLink> all() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Permission getRequiredPermission() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    protected String getCategoryName() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ManagementLink.Category getCategory() {
        throw new RuntimeException("Stub!");
    }

    public enum Category {
        CONFIGURATION,
        SECURITY,
        STATUS,
        TROUBLESHOOTING,
        TOOLS,
        MISC,
        UNCATEGORIZED;
    }
}
