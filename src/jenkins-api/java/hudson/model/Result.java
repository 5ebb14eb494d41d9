package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

public final class Result implements Serializable {

    @NonNull
    public static final Result SUCCESS = null;

    @NonNull
    public static final Result UNSTABLE = null;

    @NonNull
    public static final Result FAILURE = null;

    @NonNull
    public static final Result NOT_BUILT = null;

    @NonNull
    public static final Result ABORTED = null;

    @NonNull
    public Result combine(@NonNull Result that) {
        throw new RuntimeException("Stub!");
    }

    public static Result combine(Result r1, Result r2) {
        throw new RuntimeException("Stub!");
    }

    public boolean isWorseThan(@NonNull Result that) {
        throw new RuntimeException("Stub!");
    }

    public boolean isWorseOrEqualTo(@NonNull Result that) {
        throw new RuntimeException("Stub!");
    }

    public boolean isBetterThan(@NonNull Result that) {
        throw new RuntimeException("Stub!");
    }

    public boolean isBetterOrEqualTo(@NonNull Result that) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static Result fromString(@NonNull String s) {
        throw new RuntimeException("Stub!");
    }

    private Result() {
        throw new RuntimeException("Stub!");
    }
}
