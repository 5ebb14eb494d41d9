package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class GlobalConfiguration extends Descriptor<GlobalConfiguration>
        implements ExtensionPoint, Describable<GlobalConfiguration> {

    protected GlobalConfiguration() {
        throw new RuntimeException("Stub!");
    }

    public final Descriptor<GlobalConfiguration> getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws Descriptor.FormException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static ExtensionList<GlobalConfiguration> all() {
        throw new RuntimeException("Stub!");
    }
}
