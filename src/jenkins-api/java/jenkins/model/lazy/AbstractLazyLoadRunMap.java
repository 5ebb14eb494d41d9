package jenkins.model.lazy;

import java.io.File;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

public abstract class AbstractLazyLoadRunMap<R> extends AbstractMap<Integer, R> implements SortedMap<Integer, R> {

    public Set<Integer> keySet() {
        throw new RuntimeException("Stub!");
    }

    public Collection<R> values() {
        throw new RuntimeException("Stub!");
    }

    public Set<Map.Entry<Integer, R>> entrySet() {
        throw new RuntimeException("Stub!");
    }

    protected AbstractLazyLoadRunMap() {
        throw new RuntimeException("Stub!");
    }

    public Comparator<? super Integer> comparator() {
        throw new RuntimeException("Stub!");
    }

    public boolean isEmpty() {
        throw new RuntimeException("Stub!");
    }

    public boolean containsKey(Object value) {
        throw new RuntimeException("Stub!");
    }

    public boolean containsValue(Object value) {
        throw new RuntimeException("Stub!");
    }

    public SortedMap<Integer, R> subMap(Integer fromKey, Integer toKey) {
        throw new RuntimeException("Stub!");
    }

    public SortedMap<Integer, R> headMap(Integer toKey) {
        throw new RuntimeException("Stub!");
    }

    public SortedMap<Integer, R> tailMap(Integer fromKey) {
        throw new RuntimeException("Stub!");
    }

    public Integer firstKey() {
        throw new RuntimeException("Stub!");
    }

    public Integer lastKey() {
        throw new RuntimeException("Stub!");
    }

    public R get(Object key) {
        throw new RuntimeException("Stub!");
    }

    public R get(int n) {
        throw new RuntimeException("Stub!");
    }

    public R put(Integer key, R r) {
        throw new RuntimeException("Stub!");
    }

    public void putAll(Map<? extends Integer, ? extends R> newData) {
        throw new RuntimeException("Stub!");
    }

    public R remove(Object key) {
        throw new RuntimeException("Stub!");
    }

    protected abstract int getNumberOf(R value);

    protected abstract R retrieve(File file) throws IOException;

    protected abstract Class<R> getBuildClass();

    public int hashCode() {
        throw new RuntimeException("Stub!");
    }

    public boolean equals(Object o) {
        throw new RuntimeException("Stub!");
    }
}
