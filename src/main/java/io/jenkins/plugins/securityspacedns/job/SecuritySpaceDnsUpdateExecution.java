package io.jenkins.plugins.securityspacedns.job;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs the step {@code securitySpaceDnsUpdate}. An update may be sent twice, so it runs again after a restart. */
final class SecuritySpaceDnsUpdateExecution extends AgentStepExecution {

    private static final long serialVersionUID = 1L;

    private final UpdateArguments arguments;

    SecuritySpaceDnsUpdateExecution(StepContext context, UpdateArguments arguments) {
        super(context);
        this.arguments = arguments;
    }

    @Override
    void work() throws Exception {
        Run<?, ?> run = getContext().get(Run.class);
        DnsUpdateResult result = HostUpdate.run(
                arguments,
                agent(),
                () -> findAddress(arguments.family()),
                run,
                getContext().get(TaskListener.class));
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> getContext().onSuccess(result);
            case UNSTABLE -> {
                getContext()
                        .get(FlowNode.class)
                        .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(result.describeProblems()));
                run.setResult(Result.UNSTABLE);
                getContext().onSuccess(result);
            }
            case FAILURE -> getContext().onFailure(HostUpdate.failure(result));
        }
    }
}
