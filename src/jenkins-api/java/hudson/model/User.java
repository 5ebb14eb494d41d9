package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import org.kohsuke.stapler.StaplerProxy;

public class User extends AbstractModelObject implements AccessControlled, Saveable, Comparable<User>, StaplerProxy {

    public int compareTo(@NonNull User that) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static User current() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    private User() {
        throw new RuntimeException("Stub!");
    }
}
