package hudson.remoting;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;

public class Channel implements VirtualChannel, Closeable {

    @Deprecated
    public Channel(String name, ExecutorService exec, InputStream is, OutputStream os) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public <T> T export(Class<T> type, T instance) {
        throw new RuntimeException("Stub!");
    }

    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void join() throws InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public void join(long timeout) throws InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public void close() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void syncLocalIO() throws InterruptedException {
        throw new RuntimeException("Stub!");
    }
}
