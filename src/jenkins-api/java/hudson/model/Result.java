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
    public static Result fromString(@NonNull String s) {
        throw new RuntimeException("Stub!");
    }

    private Result() {
        throw new RuntimeException("Stub!");
    }
}
