package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractModelObject;
import java.util.Collection;

public abstract class PluginManager extends AbstractModelObject {

    protected PluginManager() {}

    protected abstract Collection<String> loadBundledPlugins() throws Exception;

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public PluginWrapper whichPlugin(Class c) {
        throw new RuntimeException("Stub!");
    }
}
