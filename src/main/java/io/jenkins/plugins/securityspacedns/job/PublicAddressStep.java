package io.jenkins.plugins.securityspacedns.job;

import hudson.Extension;
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

/** The Pipeline step {@code publicAddress}: returns the public address of the agent as a string. */
public final class PublicAddressStep extends Step {

    /** Takes no arguments. */
    @DataBoundConstructor
    public PublicAddressStep() {
        // how the address is found is the administrator's choice
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context);
    }

    private static final class Execution extends AgentStepExecution {

        private static final long serialVersionUID = 1L;

        Execution(StepContext context) {
            super(context);
        }

        @Override
        void work() throws Exception {
            AddressFinder.Found found;
            try {
                found = findAddress();
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
    public static final class DescriptorImpl extends StepDescriptor {

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
