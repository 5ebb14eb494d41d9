package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import java.util.TreeMap;

public class EnvVars extends TreeMap<String, String> {

    public EnvVars() {
        throw new RuntimeException("Stub!");
    }

    public EnvVars(@NonNull Map<String, String> m) {
        throw new RuntimeException("Stub!");
    }

    public EnvVars(@NonNull EnvVars m) {
        throw new RuntimeException("Stub!");
    }

    public EnvVars(String... keyValuePairs) {
        throw new RuntimeException("Stub!");
    }

    public String get(String key, String defaultValue) {
        throw new RuntimeException("Stub!");
    }

    public String put(String key, String value) {
        throw new RuntimeException("Stub!");
    }

    public String expand(String s) {
        throw new RuntimeException("Stub!");
    }
}
