package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public final class Permission {

    @NonNull
    public final String name;

    public static final Permission READ = null;

    public static final Permission CONFIGURE = null;

    @Deprecated
    public Permission(@NonNull PermissionGroup group, @NonNull String name, @CheckForNull Permission impliedBy) {
        throw new RuntimeException("Stub!");
    }
}
