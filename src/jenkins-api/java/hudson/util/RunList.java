package hudson.util;

import hudson.model.Run;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

public class RunList<R extends Run> extends AbstractList<R> {

    public RunList() {
        throw new RuntimeException("Stub!");
    }

    public Iterator<R> iterator() {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public int size() {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public R get(int index) {
        throw new RuntimeException("Stub!");
    }

    public List<R> subList(int fromIndex, int toIndex) {
        throw new RuntimeException("Stub!");
    }

    public int indexOf(Object o) {
        throw new RuntimeException("Stub!");
    }

    public int lastIndexOf(Object o) {
        throw new RuntimeException("Stub!");
    }

    public boolean isEmpty() {
        throw new RuntimeException("Stub!");
    }
}
