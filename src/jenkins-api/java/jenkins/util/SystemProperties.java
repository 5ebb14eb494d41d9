package jenkins.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;

public class SystemProperties {

    @CheckForNull
    public static String getString(String key) {
        throw new RuntimeException("Stub!");
    }

    public static String getString(String key, @CheckForNull String def) {
        throw new RuntimeException("Stub!");
    }

    public static String getString(String key, @CheckForNull String def, Level logLevel) {
        throw new RuntimeException("Stub!");
    }

    public static boolean getBoolean(String name) {
        throw new RuntimeException("Stub!");
    }

    public static boolean getBoolean(String name, boolean def) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Duration getDuration(@NonNull String name) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Duration getDuration(@NonNull String name, @CheckForNull ChronoUnit unit) {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public static Duration getDuration(@NonNull String name, @CheckForNull Duration defaultValue) {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public static Duration getDuration(
            @NonNull String name, @CheckForNull ChronoUnit unit, @CheckForNull Duration defaultValue) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Integer getInteger(String name) {
        throw new RuntimeException("Stub!");
    }

    public static Integer getInteger(String name, Integer def) {
        throw new RuntimeException("Stub!");
    }

    public static Integer getInteger(String name, Integer def, Level logLevel) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Long getLong(String name) {
        throw new RuntimeException("Stub!");
    }

    public static Long getLong(String name, Long def) {
        throw new RuntimeException("Stub!");
    }

    public static Long getLong(String name, Long def, Level logLevel) {
        throw new RuntimeException("Stub!");
    }

    private SystemProperties() {
        throw new RuntimeException("Stub!");
    }
}
