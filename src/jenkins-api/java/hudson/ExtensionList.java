package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import jenkins.model.Jenkins;

public class ExtensionList<T> extends AbstractList<T> {

    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public <U extends T> U get(@NonNull Class<U> type) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public <U extends T> U getInstance(@NonNull Class<U> type) throws IllegalStateException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Iterator<T> iterator() {
        throw new RuntimeException("Stub!");
    }

    public T get(int index) {
        throw new RuntimeException("Stub!");
    }

    public int size() {
        throw new RuntimeException("Stub!");
    }

    public boolean remove(Object o) {
        throw new RuntimeException("Stub!");
    }

    public boolean removeAll(Collection<?> c) {
        throw new RuntimeException("Stub!");
    }

    public final T remove(int index) {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public boolean add(T t) {
        throw new RuntimeException("Stub!");
    }

    public void add(int index, T element) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <U> U lookupSingleton(Class<U> type) {
        throw new RuntimeException("Stub!");
    }
}
