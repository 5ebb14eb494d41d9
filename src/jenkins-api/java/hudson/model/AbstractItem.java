package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractItem extends Actionable implements Item, AccessControlled, StaplerProxy {

    protected AbstractItem(ItemGroup parent, String name) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getName() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public File getRootDir() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ItemGroup getParent() {
        throw new RuntimeException("Stub!");
    }

    public abstract Collection<? extends Job> getAllJobs();

    @NonNull
    public final String getFullName() {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onCopiedFrom(Item src) {
        throw new RuntimeException("Stub!");
    }

    public final String getUrl() {
        throw new RuntimeException("Stub!");
    }

    public String getShortUrl() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void delete() throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }
}
