package hudson.triggers;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.BuildableItem;
import hudson.model.Item;
import org.kohsuke.stapler.DataBoundConstructor;

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
    }
}
