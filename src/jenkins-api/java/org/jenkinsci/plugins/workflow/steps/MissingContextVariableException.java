package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public class MissingContextVariableException extends Exception {

    public MissingContextVariableException(@NonNull Class<?> type, @CheckForNull StepDescriptor d) {
        throw new RuntimeException("Stub!");
    }

    public Class<?> getType() {
        throw new RuntimeException("Stub!");
    }

    public String getMessage() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<StepDescriptor> getProviders() {
        throw new RuntimeException("Stub!");
    }
}
