package hudson.model;

import hudson.tasks.BuildWrapper;
import hudson.tasks.Publisher;
import hudson.util.DescribableList;
import java.io.IOException;

public abstract class Project<P extends Project<P, B>, B extends Build<P, B>> extends AbstractProject<P, B>
        implements Saveable, BuildableItemWithBuildWrappers {

    protected Project(ItemGroup parent, String name) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public AbstractProject<?, ?> asProject() {
        throw new RuntimeException("Stub!");
    }

    public DescribableList<Publisher, Descriptor<Publisher>> getPublishersList() {
        throw new RuntimeException("Stub!");
    }

    public DescribableList<BuildWrapper, Descriptor<BuildWrapper>> getBuildWrappersList() {
        throw new RuntimeException("Stub!");
    }

    public boolean isFingerprintConfigured() {
        throw new RuntimeException("Stub!");
    }
}
