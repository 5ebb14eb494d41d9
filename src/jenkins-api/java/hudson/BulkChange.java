package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;

public class BulkChange implements Closeable {

    public BulkChange(Saveable saveable) {
        throw new RuntimeException("Stub!");
    }

    public void commit() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void close() {
        throw new RuntimeException("Stub!");
    }

    public static boolean contains(Saveable s) {
        throw new RuntimeException("Stub!");
    }
}
