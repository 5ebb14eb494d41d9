package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The page of a job: what became of each host that it updated, and which public addresses there were. Whoever may read the
 * job may read it. Another action of the job adds to the page by a view {@code securitySpaceDns.jelly}.
 */
@ExportedBean
public final class DnsJobAction implements Action {

    /** How many builds are looked at: each that is not in memory is read from disk. */
    private static final int NEWEST = 100;

    private final Job<?, ?> job;

    /** @param job the job */
    public DnsJobAction(Job<?, ?> job) {
        this.job = job;
    }

    /** {@return the job; called so by the layout of the pages of a job} */
    public Job<?, ?> getObject() {
        return job;
    }

    /** {@return the looks of all verdicts} */
    public List<VerdictLook> getLooks() {
        return List.of(VerdictLook.values());
    }

    /** {@return what the newest builds tell; read anew each time} */
    public RecentBuilds getHistory() {
        return RecentBuilds.of(job, NEWEST);
    }

    /** {@return the same for the remote API; null in lists of jobs, unless {@code tree} names what it tells} */
    @CheckForNull
    @Exported(merge = true)
    public RecentBuilds getExportedHistory() {
        return DnsUpdateAction.isAskedFor(this) ? getHistory() : null;
    }

    /** {@return the remote API of the page} */
    public Api getApi() {
        return new Api(this);
    }

    @Override
    public String getIconFileName() {
        return DnsUpdateAction.SYMBOL;
    }

    @Override
    public String getDisplayName() {
        return Messages.DnsUpdateAction_displayName();
    }

    @Override
    public String getUrlName() {
        return DnsUpdateAction.URL_NAME;
    }
}
