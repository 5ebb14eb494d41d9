package hudson.triggers;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.BuildableItem;
import hudson.model.Item;
import hudson.util.FormValidation;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;

public class TimerTrigger extends Trigger<BuildableItem> {

    @DataBoundConstructor
    public TimerTrigger(@NonNull String spec) {
        throw new RuntimeException("Stub!");
    }

    public static class DescriptorImpl extends TriggerDescriptor {

        public DescriptorImpl() {
            throw new RuntimeException("Stub!");
        }

        public boolean isApplicable(Item item) {
            throw new RuntimeException("Stub!");
        }

        public FormValidation doCheckSpec(@QueryParameter String value, @AncestorInPath Item item) {
            throw new RuntimeException("Stub!");
        }
    }
}
