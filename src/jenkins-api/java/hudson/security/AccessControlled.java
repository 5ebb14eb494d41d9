package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.access.AccessDeniedException;

public interface AccessControlled {

    @NonNull
    ACL getACL();

    default void checkPermission(@NonNull Permission permission) throws AccessDeniedException {
        throw new RuntimeException("Stub!");
    }

    default void checkAnyPermission(@NonNull Permission... permission) throws AccessDeniedException {
        throw new RuntimeException("Stub!");
    }

    default boolean hasAnyPermission(@NonNull Permission... permission) {
        throw new RuntimeException("Stub!");
    }
}
