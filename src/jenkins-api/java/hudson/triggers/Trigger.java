package hudson.triggers;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Item;
import hudson.scheduler.CronTabList;
import java.util.Collection;

public abstract class Trigger<J extends Item> implements Describable<Trigger<?>>, ExtensionPoint {

    protected final String spec;

    protected transient CronTabList tabs;

    @CheckForNull
    protected transient J job;

    protected Trigger(@NonNull String cronTabSpec) {
        throw new RuntimeException("Stub!");
    }

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

    public final String getSpec() {
        throw new RuntimeException("Stub!");
    }

    protected Trigger() {
        throw new RuntimeException("Stub!");
    }
}
