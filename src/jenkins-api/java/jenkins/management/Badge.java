package jenkins.management;

import edu.umd.cs.findbugs.annotations.NonNull;

public class Badge {

    public Badge(@NonNull String text, @NonNull String tooltip, @NonNull Badge.Severity severity) {
        throw new RuntimeException("Stub!");
    }

    public String getText() {
        throw new RuntimeException("Stub!");
    }

    public String getTooltip() {
        throw new RuntimeException("Stub!");
    }

    public String getSeverity() {
        throw new RuntimeException("Stub!");
    }

    public enum Severity {
        DANGER,
        WARNING,
        INFO;
    }
}
