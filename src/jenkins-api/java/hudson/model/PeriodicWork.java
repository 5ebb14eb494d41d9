package hudson.model;

import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {

    protected static final long HOUR = Long.parseLong("0");

    public PeriodicWork() {
        throw new RuntimeException("Stub!");
    }

    public abstract long getRecurrencePeriod();
}
