package io.jenkins.plugins.securityspacedns.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsNodeProperty;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.Pause;
import java.io.IOException;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * A step that needs the public address of the agent it runs on. It survives a restart of the controller by running again,
 * on the same agent. If that agent is gone, no other machine's address takes the place of its address.
 */
abstract class AgentStepExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    /** How often and how many times to look whether an agent has come back after a restart. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LOOKS = 120;

    /** The name of the node of the enclosing {@code node} block, empty for the built-in one; null outside of a block. */
    private String node;

    private transient volatile boolean stopped;

    AgentStepExecution(StepContext context) {
        super(context);
    }

    /** The work of the step; it ends with the step's result or failure. */
    abstract void work() throws Exception;

    @Override
    public boolean start() throws IOException, InterruptedException {
        node = enclosingNode();
        inBackground(this::work);
        return false;
    }

    @Override
    public void onResume() {
        inBackground(this::work);
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
    }

    /** Works in a thread of its own. The log is to say who stopped the step, not where the interruption hit. */
    final void inBackground(Block block) {
        run(() -> {
            try {
                block.run();
            } catch (InterruptedException e) {
                if (!stopped) {
                    throw e;
                }
            }
        });
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }

    /** {@return the name of the node whose address is meant; empty for the built-in one, which stands for no block too} */
    String agent() {
        return node == null ? "" : node;
    }

    /** Finds the public address of the node now, however long ago the step began. An empty family is the default one. */
    AddressFinder.Found findAddress(String family) throws InterruptedException {
        if (node == null) {
            return SecuritySpaceDnsNodeProperty.finder(null, family).find();
        }
        try {
            Computer computer = awaitNode();
            AddressFinder finder = computer == null
                    ? AddressFinder.none("The agent \"" + node + "\" of this step is gone. Run the build again.")
                    : SecuritySpaceDnsNodeProperty.finder(computer, family);
            return finder.find();
        } catch (IOException e) {
            return AddressFinder.none("The agent \"" + node + "\" of this step cannot be reached: " + e.getMessage())
                    .find();
        }
    }

    /** {@return the node's computer, offline if it has not come back in time; null if there is no such node any more} */
    @CheckForNull
    private Computer awaitNode() throws IOException, InterruptedException {
        Computer computer = getContext().get(Computer.class);
        for (int looks = 0; looks < LOOKS && isComing(computer); looks++) {
            if (looks == 0) {
                getContext().get(TaskListener.class).getLogger().println("Waiting for " + node + " to come back.");
            }
            Pause.REAL.pause(LOOK);
            computer = getContext().get(Computer.class);
        }
        return computer;
    }

    private boolean isComing(@CheckForNull Computer computer) {
        boolean online = computer != null && computer.getChannel() != null;
        return !online && Jenkins.get().getComputer(node) != null;
    }

    /** Jenkins knows no computer for a step in a {@code node} block whose agent was lost, but its graph keeps the node. */
    @CheckForNull
    private String enclosingNode() throws IOException, InterruptedException {
        Computer computer = getContext().get(Computer.class);
        if (computer != null) {
            return computer.getName();
        }
        for (FlowNode block : getContext().get(FlowNode.class).iterateEnclosingBlocks()) {
            WorkspaceAction workspace = block.getAction(WorkspaceAction.class);
            if (workspace != null) {
                return workspace.getNode();
            }
        }
        return null;
    }
}
