package hudson;

import hudson.model.ModelObject;

public class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {

    protected PluginWrapper() {}

    @Override
    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getVersion() {
        throw new RuntimeException("Stub!");
    }

    @Override
    public int compareTo(PluginWrapper other) {
        throw new RuntimeException("Stub!");
    }
}
