package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import org.springframework.security.access.AccessDeniedException;

public interface ItemGroup<T extends Item> extends PersistenceRoot {

    Collection<T> getItems();

    String getUrl();

    String getUrlChildPrefix();

    @CheckForNull
    T getItem(String value) throws AccessDeniedException;

    File getRootDirFor(T item);

    void onDeleted(T item) throws IOException;

    default <T extends Item> Iterable<T> allItems(Class<T> type) {
        throw new RuntimeException("Stub!");
    }
}
