package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

public abstract class StepDescriptor extends Descriptor<Step> {

    public StepDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public abstract Set<? extends Class<?>> getRequiredContext();

    public Set<? extends Class<?>> getProvidedContext() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getFunctionName();

    public boolean takesImplicitBlockArgument() {
        throw new RuntimeException("Stub!");
    }

    public boolean isAdvanced() {
        throw new RuntimeException("Stub!");
    }

    public boolean isMetaStep() {
        throw new RuntimeException("Stub!");
    }

    public final void checkContextAvailability(StepContext c)
            throws MissingContextVariableException, IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public static ExtensionList<StepDescriptor> all() {
        throw new RuntimeException("Stub!");
    }

    @Nullable
    public static StepDescriptor byFunctionName(String name) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
        throw new RuntimeException("Stub!");
    }
}
