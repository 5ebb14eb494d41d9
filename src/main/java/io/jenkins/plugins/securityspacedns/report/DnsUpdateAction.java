package io.jenkins.plugins.securityspacedns.report;

import hudson.model.Run;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The updates of a build: kept with it, shown on its page and in the remote API. */
@ExportedBean
public final class DnsUpdateAction implements RunAction2 {

    private final List<DnsUpdateResult> updates = new CopyOnWriteArrayList<>();
    private transient Run<?, ?> run;

    /**
     * Adds an update to a build.
     *
     * @param run the build
     * @param result what came of the update
     */
    public static void record(Run<?, ?> run, DnsUpdateResult result) {
        synchronized (run) {
            DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
            if (action == null) {
                action = new DnsUpdateAction();
                action.updates.add(result);
                run.addAction(action);
            } else {
                action.updates.add(result);
            }
        }
    }

    /**
     * @return the updates in the order in which they ended
     */
    @Exported(visibility = 2)
    public List<DnsUpdateResult> getUpdates() {
        return List.copyOf(updates);
    }

    /**
     * @return the build
     */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.DnsUpdateAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "securityspace-dns";
    }
}
