package jenkins.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import net.sf.json.JSON;

public abstract class ProgressiveRendering {

    protected ProgressiveRendering() {
        throw new RuntimeException("Stub!");
    }

    protected abstract void compute() throws Exception;

    @NonNull
    protected abstract JSON data();

    protected final void progress(double completedFraction) {
        throw new RuntimeException("Stub!");
    }

    protected final boolean canceled() {
        throw new RuntimeException("Stub!");
    }
}
