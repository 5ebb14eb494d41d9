package io.jenkins.plugins.securityspacedns.job;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The Pipeline step {@code publicAddress}: returns the public address of the agent as a string. */
public final class PublicAddressStep extends Step {

    private String family = "";

    /** Needs no arguments: how the address is found is the administrator's choice. */
    @DataBoundConstructor
    public PublicAddressStep() {
        // the setter takes the only argument
    }

    /** {@return the family of the address, or empty for that of the global configuration} */
    public String getFamily() {
        return family;
    }

    /** @param family {@code ipv4} or {@code ipv6} */
    @DataBoundSetter
    public void setFamily(String family) {
        this.family = Util.fixNull(family);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, family);
    }

    private static final class Execution extends AgentStepExecution {

        private static final long serialVersionUID = 1L;

        private final String family;

        Execution(StepContext context, String family) {
            super(context);
            this.family = family;
        }

        @Override
        void work() throws Exception {
            AddressFinder.Found found;
            try {
                found = findAddress(Util.fixNull(family));
            } catch (InvalidInputException e) {
                throw new ExpectedFailure(e.getMessage());
            }
            getContext().get(TaskListener.class).getLogger().println(found.explanation());
            getContext()
                    .onSuccess(found.address()
                            .orElseThrow(() -> new ExpectedFailure(found.explanation()))
                            .toString());
        }
    }

    /** Describes the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor implements FamilyChoice {

        /** Called by Jenkins. */
        public DescriptorImpl() {
            addHelpFileRedirect("family", SecuritySpaceDnsUpdateStep.class, "family");
        }

        @Override
        public String getFunctionName() {
            return "publicAddress";
        }

        @Override
        public String getDisplayName() {
            return Messages.PublicAddress_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
