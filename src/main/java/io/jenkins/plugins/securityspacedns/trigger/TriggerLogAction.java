package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Job;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The decisions of the trigger on a job: the last one on the page of the job and in the remote API, all on a page of
 * their own. Who may see the job may see them, as with the polling log of core: builds say as much.
 */
@ExportedBean
public final class TriggerLogAction implements Action {

    private final Job<?, ?> job;
    private final SecuritySpaceDnsTrigger trigger;

    TriggerLogAction(Job<?, ?> job, SecuritySpaceDnsTrigger trigger) {
        this.job = job;
        this.trigger = trigger;
    }

    /** {@return the job} */
    public Job<?, ?> getObject() {
        return job;
    }

    /**
     * @return all decisions that the log holds, the latest first
     * @throws IOException if it cannot be read
     */
    public List<LoggedDecision> getDecisions() throws IOException {
        return DecisionLog.of(job).latestFirst();
    }

    /**
     * @return the last decision, or null if there is none yet
     * @throws IOException if the log cannot be read
     */
    @CheckForNull
    @Exported(visibility = 2)
    public LoggedDecision getLastDecision() throws IOException {
        return DecisionLog.of(job).last().orElse(null);
    }

    /** {@return when the trigger looks next, or null if it does not within a week} */
    @CheckForNull
    @Exported
    public Date getNextLook() {
        return trigger.nextLook().map(Date::from).orElse(null);
    }

    @Override
    public String getIconFileName() {
        return "symbol-logs";
    }

    @Override
    public String getDisplayName() {
        return Messages.TriggerLogAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "securityspace-dns-log";
    }
}
