package hudson.util;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;

public class PersistedList<T> extends AbstractList<T> {

    protected PersistedList() {
        throw new RuntimeException("Stub!");
    }

    public boolean add(T item) {
        throw new RuntimeException("Stub!");
    }

    public boolean addAll(Collection<? extends T> items) {
        throw new RuntimeException("Stub!");
    }

    public T get(int index) {
        throw new RuntimeException("Stub!");
    }

    public <U extends T> U get(Class<U> type) {
        throw new RuntimeException("Stub!");
    }

    public int size() {
        throw new RuntimeException("Stub!");
    }

    public void remove(Class<? extends T> type) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public boolean remove(Object o) {
        throw new RuntimeException("Stub!");
    }

    public void removeAll(Class<? extends T> type) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void clear() {
        throw new RuntimeException("Stub!");
    }

    public Iterator<T> iterator() {
        throw new RuntimeException("Stub!");
    }

    public <X> X[] toArray(X[] array) {
        throw new RuntimeException("Stub!");
    }

    public boolean isEmpty() {
        throw new RuntimeException("Stub!");
    }

    public boolean contains(Object item) {
        throw new RuntimeException("Stub!");
    }
}
