package org.jenkinsci.remoting;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;

public abstract class RoleChecker {

    public RoleChecker() {
        throw new RuntimeException("Stub!");
    }

    public abstract void check(@NonNull RoleSensitive roleSensitive, @NonNull Collection<Role> collection)
            throws SecurityException;
}
