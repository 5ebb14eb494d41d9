package io.jenkins.plugins.securityspacedns.job;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.update.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Runs the step {@code securitySpaceDnsUpdate}. An update may be sent twice, so it runs again after a restart. If it was over,
 * only the wait for the name servers goes on. No thread waits.
 */
final class SecuritySpaceDnsUpdateExecution extends AgentStepExecution {

    private static final long serialVersionUID = 1L;

    private final UpdateArguments arguments;

    /** When the update was over, in milliseconds since 1970-01-01T00:00:00Z; 0 before. */
    private long over;

    /** The place of the update among those of the build, once it is over. */
    private int place;

    SecuritySpaceDnsUpdateExecution(StepContext context, UpdateArguments arguments) {
        super(context);
        this.arguments = arguments;
    }

    @Override
    void work() throws Exception {
        HostUpdate update = new HostUpdate(
                arguments, getContext().get(Run.class), getContext().get(TaskListener.class));
        if (over == 0) {
            place = update.send(agent(), () -> findAddress(arguments.family()));
            over = System.currentTimeMillis();
        }
        Publication publication = update.publication(place, Instant.ofEpochMilli(over));
        if (publication.isOpen()) {
            getContext().saveState();
        }
        look(update, publication);
    }

    private void look(HostUpdate update, Publication publication) throws Exception {
        Optional<Duration> pause = publication.look();
        if (pause.isPresent()) {
            Timer.get()
                    .schedule(
                            () -> inBackground(() -> look(update, publication)),
                            pause.get().toMillis(),
                            TimeUnit.MILLISECONDS);
        } else {
            end(update.end(place, publication));
        }
    }

    private void end(DnsUpdateResult result) throws Exception {
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> getContext().onSuccess(result);
            case UNSTABLE -> {
                getContext()
                        .get(FlowNode.class)
                        .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(result.describeProblems()));
                getContext().get(Run.class).setResult(Result.UNSTABLE);
                getContext().onSuccess(result);
            }
            case FAILURE -> getContext().onFailure(HostUpdate.failure(result));
        }
    }
}
