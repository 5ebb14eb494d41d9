package hudson.console;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.MarkupText;
import java.io.Serializable;

public abstract class ConsoleAnnotator<T> implements Serializable {

    public ConsoleAnnotator() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public abstract ConsoleAnnotator<T> annotate(@NonNull T value, @NonNull MarkupText markupText);
}
