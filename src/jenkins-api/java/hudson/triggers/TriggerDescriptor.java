package hudson.triggers;

import hudson.model.Descriptor;
import hudson.model.Item;

public abstract class TriggerDescriptor extends Descriptor<Trigger<?>> {

    protected TriggerDescriptor(Class<? extends Trigger<?>> clazz) {
        throw new RuntimeException("Stub!");
    }

    protected TriggerDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isApplicable(Item item);
}
