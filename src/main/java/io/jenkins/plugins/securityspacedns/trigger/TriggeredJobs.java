package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.securityspacedns.report.DnsJobAction;
import java.util.Collection;
import java.util.Set;
import jenkins.model.ParameterizedJobMixIn;
import jenkins.model.TransientActionFactory;

/**
 * Gives jobs with the trigger their page before they have updated a host: it says what to do first, what the trigger
 * decided and when it looks next.
 */
@Extension
@SuppressWarnings("rawtypes")
public final class TriggeredJobs extends TransientActionFactory<Job> {

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
        return ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class) == null
                ? Set.of()
                : DnsJobAction.unlessUpdated(job);
    }
}
