package hudson.tasks;

import hudson.DescriptorExtensionList;
import hudson.model.Action;
import hudson.model.Build;
import hudson.model.BuildListener;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Project;

public abstract class Publisher extends BuildStepCompatibilityLayer implements Describable<Publisher> {

    @Deprecated
    protected Publisher() {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public boolean prebuild(Build build, BuildListener listener) {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public Action getProjectAction(Project project) {
        throw new RuntimeException("Stub!");
    }

    public Descriptor<Publisher> getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public static DescriptorExtensionList<Publisher, Descriptor<Publisher>> all() {
        throw new RuntimeException("Stub!");
    }
}
