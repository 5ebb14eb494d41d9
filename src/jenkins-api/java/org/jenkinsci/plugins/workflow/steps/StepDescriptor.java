package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.util.Set;

public abstract class StepDescriptor extends Descriptor<Step> {

    public StepDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public abstract Set<? extends Class<?>> getRequiredContext();

    public abstract String getFunctionName();

    public static ExtensionList<StepDescriptor> all() {
        throw new RuntimeException("Stub!");
    }
}
