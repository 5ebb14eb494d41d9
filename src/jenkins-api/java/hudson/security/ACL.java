package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.User;
import org.springframework.security.core.Authentication;

public abstract class ACL {

    public static final Authentication SYSTEM2 = null;

    public ACL() {
        throw new RuntimeException("Stub!");
    }

    public final void checkPermission(@NonNull Permission p) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static ACLContext as(@CheckForNull User user) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static ACLContext as2(@NonNull Authentication auth) {
        throw new RuntimeException("Stub!");
    }
}
