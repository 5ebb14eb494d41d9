package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.Collection;

public abstract class View extends AbstractModelObject
        implements AccessControlled, Describable<View>, ExtensionPoint, Saveable {

    protected View(String name) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public abstract Collection<TopLevelItem> getItems();

    public abstract boolean contains(TopLevelItem topLevelItem);

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }
}
