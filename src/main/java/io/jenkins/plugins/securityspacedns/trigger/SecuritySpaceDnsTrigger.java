package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Action;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.labels.LabelExpression;
import hudson.scheduler.CronTabList;
import hudson.triggers.TimerTrigger;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.report.DnsJobAction;
import io.jenkins.plugins.securityspacedns.report.UpdatedJobs;
import java.io.ObjectStreamException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import jenkins.model.TransientActionFactory;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Starts a job when what it updates needs an update: the public address changed, a keep-alive is due, a hold is over. It
 * keeps nothing but its configuration, because Jenkins makes a new one whenever the job is saved.
 */
public final class SecuritySpaceDnsTrigger extends Trigger<Job<?, ?>> {

    private String label = "";

    /**
     * @param cron when to look, as core's timer takes it; empty to look at events alone
     * @throws IllegalArgumentException if that is no schedule
     */
    @DataBoundConstructor
    public SecuritySpaceDnsTrigger(String cron) {
        super(readable(Util.fixNull(cron)));
    }

    /** What core says of a schedule is of its parser. */
    private static String readable(String cron) {
        try {
            CronTabList.create(cron);
            return cron;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The schedule \"" + Printable.excerpt(cron) + "\" cannot be read. Write five"
                            + " fields, such as H/10 * * * *, or a name, such as @hourly. A time zone goes before, in a line such as"
                            + " TZ=Europe/Berlin.");
        }
    }

    /** {@return when to look, empty to look at events alone} */
    public String getCron() {
        return Util.fixNull(getSpec());
    }

    /**
     * {@return the label expression of the agents on which the address is looked for, or empty for the agent
     * of the last update}
     */
    public String getLabel() {
        return label;
    }

    /** @param label a label expression, or empty */
    @DataBoundSetter
    public void setLabel(String label) {
        this.label = Util.fixNull(label).strip();
    }

    /** Completes what a {@code config.xml} lacks. */
    @Override
    protected Object readResolve() throws ObjectStreamException {
        if (getSpec() == null) {
            SecuritySpaceDnsTrigger never = new SecuritySpaceDnsTrigger("");
            never.setLabel(label);
            return never;
        }
        setLabel(label);
        return super.readResolve();
    }

    /** Returns at once: the thread of the timer serves all of Jenkins. */
    @Override
    public void run() {
        if (job != null) { // core may be faster than start
            LookQueue.get().ask(job, LookEvent.SCHEDULE);
        }
    }

    @Override
    public void start(Job<?, ?> project, boolean newInstance) {
        super.start(project, newInstance);
        if (newInstance) {
            LookEvents.jobSaved(project);
        }
    }

    /** {@return when the trigger looks next, or nothing if only an event leads to it, the job is disabled, or it takes a week} */
    Optional<Instant> nextLook() {
        return Look.isDisabled(job) ? Optional.empty() : LookQueue.get().next(job, tabs::check);
    }

    @Override
    public Collection<? extends Action> getProjectActions() {
        return job == null ? List.of() : List.of(new TriggerLogAction(job, this));
    }

    /**
     * Gives jobs that have ever updated a host their page, and jobs with the trigger: it says what to do first, what the
     * trigger decided and when it looks next.
     */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class JobPages extends TransientActionFactory<Job> {

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
            return UpdatedJobs.contains(job)
                            || ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class) != null
                    ? Set.of(new DnsJobAction(job))
                    : Set.of();
        }
    }

    /** Describes the trigger. */
    @Extension
    @Symbol("securitySpaceDns")
    public static final class DescriptorImpl extends TriggerDescriptor {

        @Override
        public boolean isApplicable(Item item) {
            return item instanceof Job && item instanceof ParameterizedJobMixIn.ParameterizedJob;
        }

        @Override
        public String getDisplayName() {
            return Messages.SecuritySpaceDnsTrigger_displayName();
        }

        /** Checks the schedule and tells the next run, as core's timer does. It may be empty. */
        @POST
        public FormValidation doCheckCron(@AncestorInPath Item item, @QueryParameter String value) {
            checkMayConfigure(item);
            if (Util.fixNull(value).isBlank()) {
                return FormValidation.ok(Messages.SecuritySpaceDnsTrigger_eventsAlone());
            }
            return ExtensionList.lookupSingleton(TimerTrigger.DescriptorImpl.class)
                    .doCheckSpec(value, item);
        }

        /** Checks the label expression, and that it stands for an agent. */
        @POST
        public FormValidation doCheckLabel(@AncestorInPath Item item, @QueryParameter String value) {
            checkMayConfigure(item);
            return LabelExpression.validate(value, item);
        }

        /** Completes the label that is being typed. */
        @POST
        public AutoCompletionCandidates doAutoCompleteLabel(@AncestorInPath Item item, @QueryParameter String value) {
            checkMayConfigure(item);
            return LabelExpression.autoComplete(value);
        }

        private static void checkMayConfigure(Item item) {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
        }
    }
}
