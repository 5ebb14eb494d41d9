package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Action;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.labels.LabelExpression;
import hudson.triggers.TimerTrigger;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import hudson.util.FormValidation;
import java.io.ObjectStreamException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
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
public final class SecuritySpaceDnsTrigger extends Trigger<Item> {

    private String label = "";

    /**
     * @param cron when to look, as core's timer takes it; empty to look at events alone
     * @throws IllegalArgumentException if that is no schedule
     */
    @DataBoundConstructor
    public SecuritySpaceDnsTrigger(String cron) {
        super(Util.fixNull(cron));
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

    /**
     * @param label a label expression, or empty
     */
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
        if (job instanceof Job<?, ?> own) {
            LookQueue.get().ask(own, LookEvent.SCHEDULE);
        }
    }

    @Override
    public void start(Item project, boolean newInstance) {
        super.start(project, newInstance);
        if (newInstance && project instanceof Job<?, ?> own) {
            LookEvents.jobSaved(own);
        }
    }

    /** {@return when the trigger looks next, or nothing if that is not within a week or only an event leads to it} */
    Optional<Instant> nextLook(Instant now) {
        LookQueue queue = LookQueue.get();
        Optional<Job<?, ?>> own = job instanceof Job<?, ?> started ? Optional.of(started) : Optional.empty();
        Instant from = own.flatMap(queue::silence).orElse(now);
        return Stream.of(NextLook.after(from, tabs::check), own.flatMap(queue::next))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Collection<? extends Action> getProjectActions() {
        return job instanceof Job<?, ?> own ? List.of(new TriggerLogAction(own, this)) : List.of();
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
