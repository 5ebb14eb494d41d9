package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.IOException;
import java.util.Collection;

public interface Item extends PersistenceRoot, AccessControlled {

    Permission CONFIGURE = null;

    Permission READ = null;

    Permission EXTENDED_READ = null;

    ItemGroup<? extends Item> getParent();

    Collection<? extends Job> getAllJobs();

    @NonNull
    String getName();

    @NonNull
    String getFullName();

    String getDisplayName();

    String getUrl();

    String getShortUrl();

    void onLoad(ItemGroup<? extends Item> itemGroup, String value) throws IOException;

    void onCopiedFrom(Item item);

    void save() throws IOException;

    void delete() throws IOException, InterruptedException;
}
