package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.PersistentDescriptor;

public class JenkinsLocationConfiguration extends GlobalConfiguration implements PersistentDescriptor {

    public JenkinsLocationConfiguration() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static JenkinsLocationConfiguration get() {
        throw new RuntimeException("Stub!");
    }

    public void load() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getUrl() {
        throw new RuntimeException("Stub!");
    }
}
