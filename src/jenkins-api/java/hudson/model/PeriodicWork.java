package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {

    protected static final long MIN = 60000L;

    protected static final long HOUR = 3600000L;

    protected static final long DAY = 86400000L;

    public PeriodicWork() {
        throw new RuntimeException("Stub!");
    }

    public abstract long getRecurrencePeriod();

    public long getInitialDelay() {
        throw new RuntimeException("Stub!");
    }

    public static ExtensionList<PeriodicWork> all() {
        throw new RuntimeException("Stub!");
    }

    public static void init() {
        throw new RuntimeException("Stub!");
    }
}
