package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;
import java.util.List;
import java.util.Set;

public class Util {

    public Util() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> List<T> filter(@NonNull Iterable<?> base, @NonNull Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> List<T> filter(@NonNull List<?> base, @NonNull Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static String fixNull(@CheckForNull String s) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> T fixNull(@CheckForNull T s, @NonNull T defaultValue) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static String fixEmptyAndTrim(@CheckForNull String s) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> List<T> fixNull(@CheckForNull List<T> l) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> Set<T> fixNull(@CheckForNull Set<T> l) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> Collection<T> fixNull(@CheckForNull Collection<T> l) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <T> Iterable<T> fixNull(@CheckForNull Iterable<T> l) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static String getTimeSpanString(long duration) {
        throw new RuntimeException("Stub!");
    }
}
