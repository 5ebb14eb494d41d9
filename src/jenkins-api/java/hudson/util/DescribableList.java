package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.Collection;

public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {

    protected DescribableList() {
        throw new RuntimeException("Stub!");
    }

    public DescribableList(Saveable owner) {
        throw new RuntimeException("Stub!");
    }

    public DescribableList(Saveable owner, Collection<? extends T> initialList) {
        throw new RuntimeException("Stub!");
    }

    public void replace(T item) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public T get(D descriptor) {
        throw new RuntimeException("Stub!");
    }

    public boolean contains(D d) {
        throw new RuntimeException("Stub!");
    }

    public void remove(D descriptor) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public <U extends T> U get(Class<U> type) {
        throw new RuntimeException("Stub!");
    }

    public T[] toArray(T[] array) {
        throw new RuntimeException("Stub!");
    }
}
