package hudson.tasks;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Build;
import hudson.model.BuildListener;
import hudson.model.Describable;
import hudson.model.Descriptor;

public abstract class Builder extends BuildStepCompatibilityLayer implements Describable<Builder>, ExtensionPoint {

    public Builder() {
        throw new RuntimeException("Stub!");
    }

    public boolean prebuild(Build build, BuildListener listener) {
        throw new RuntimeException("Stub!");
    }

    public Descriptor<Builder> getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public static DescriptorExtensionList<Builder, Descriptor<Builder>> all() {
        throw new RuntimeException("Stub!");
    }
}
