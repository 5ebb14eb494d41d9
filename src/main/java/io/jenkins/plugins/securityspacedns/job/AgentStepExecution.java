package io.jenkins.plugins.securityspacedns.job;

import hudson.model.Computer;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * A step that needs the public address of the agent it runs on. It survives a restart of the controller by running
 * again; an address that was found before the restart is taken as it was.
 */
abstract class AgentStepExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    /** How often and how many times to look whether an agent has come back after a restart. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LOOKS = 120;

    private volatile String foundAddress;
    private transient volatile boolean stopped;

    AgentStepExecution(StepContext context) {
        super(context);
    }

    /** The work of the step; it ends with the step's result or failure. */
    abstract void work() throws Exception;

    @Override
    public boolean start() {
        run(this::workUntilStopped);
        return false;
    }

    @Override
    public void onResume() {
        run(this::workUntilStopped);
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
    }

    /** Who stopped the step is what its log is to say, not where the interruption hit. */
    private void workUntilStopped() throws Exception {
        try {
            work();
        } catch (InterruptedException e) {
            if (!stopped) {
                throw e;
            }
        }
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }

    AddressFinder agentAddress() {
        return () -> {
            if (foundAddress != null) {
                return new AddressFinder.Found(
                        Optional.of(IpAddress.parse(foundAddress)),
                        "The public address is " + foundAddress + ", as found before the restart.",
                        Optional.empty());
            }
            AddressFinder.Found found = detect();
            found.address().ifPresent(address -> foundAddress = address.toString());
            return found;
        };
    }

    private AddressFinder.Found detect() throws InterruptedException {
        try {
            Computer computer = getContext().get(Computer.class);
            if (computer != null) {
                waitFor(computer);
            }
            return new AgentAddressFinder(computer).find();
        } catch (IOException e) {
            return new AddressFinder.Found(
                    Optional.empty(), "The agent of this step cannot be reached: " + e.getMessage(), Optional.empty());
        }
    }

    /** After a restart an agent needs a while to come back. */
    private void waitFor(Computer computer) throws IOException, InterruptedException {
        for (int looks = 0; computer.getChannel() == null && looks < LOOKS; looks++) {
            if (looks == 0) {
                getContext()
                        .get(TaskListener.class)
                        .getLogger()
                        .println("Waiting for " + computer.getDisplayName() + " to come back.");
            }
            Pause.REAL.pause(LOOK);
        }
    }
}
