package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;

public interface CustomDescribableModel {

    @NonNull
    default Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    static CustomDescribableModel of(Class<?> type) {
        throw new RuntimeException("Stub!");
    }
}
