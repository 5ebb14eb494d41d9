package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The page of a job that has updated hosts: what became of each, and which public addresses there were. Whoever may read
 * the job may read it. Another action of the job adds to the page by a view {@code securitySpaceDns.jelly}.
 */
@ExportedBean
public final class DnsJobAction implements Action {

    private final Job<?, ?> job;

    DnsJobAction(Job<?, ?> job) {
        this.job = job;
    }

    /**
     * @param job a job that may have updated nothing yet
     * @return the page for it, unless it has one already because it has updated a host
     */
    public static Set<DnsJobAction> unlessUpdated(Job<?, ?> job) {
        return UpdatedJobs.contains(job) ? Set.of() : Set.of(new DnsJobAction(job));
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
        return RecentBuilds.of(job);
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

    /** Gives the page to jobs that have ever updated a host. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {

        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return DnsJobAction.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Job target) {
            Job<?, ?> job = target;
            return UpdatedJobs.contains(job) ? Set.of(new DnsJobAction(job)) : Set.of();
        }
    }
}
