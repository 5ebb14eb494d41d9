package hudson.triggers;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Item;
import hudson.scheduler.CronTabList;
import java.io.ObjectStreamException;
import java.util.Collection;
import java.util.List;

public abstract class Trigger<J extends Item> implements Describable<Trigger<?>>, ExtensionPoint {

    protected final String spec;

    protected CronTabList tabs;

    @CheckForNull
    protected J job;

    public void start(J project, boolean newInstance) {
        throw new RuntimeException("Stub!");
    }

    public void run() {
        throw new RuntimeException("Stub!");
    }

    public void stop() {
        throw new RuntimeException("Stub!");
    }

    public Collection<? extends Action> getProjectActions() {
        throw new RuntimeException("Stub!");
    }

    public TriggerDescriptor getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    protected Trigger(@NonNull String cronTabSpec) {
        throw new RuntimeException("Stub!");
    }

    protected Trigger() {
        throw new RuntimeException("Stub!");
    }

    public final String getSpec() {
        throw new RuntimeException("Stub!");
    }

    protected Object readResolve() throws ObjectStreamException {
        throw new RuntimeException("Stub!");
    }

    public static DescriptorExtensionList<Trigger<?>, TriggerDescriptor> all() {
        throw new RuntimeException("Stub!");
    }

    public static List<TriggerDescriptor> for_(Item i) {
        throw new RuntimeException("Stub!");
    }
}
