package hudson.triggers;

import java.util.TimerTask;

public abstract class SafeTimerTask extends TimerTask {

    public SafeTimerTask() {
        throw new RuntimeException("Stub!");
    }

    @Override
    public final void run() {
        throw new RuntimeException("Stub!");
    }

    protected abstract void doRun() throws Exception;
}
