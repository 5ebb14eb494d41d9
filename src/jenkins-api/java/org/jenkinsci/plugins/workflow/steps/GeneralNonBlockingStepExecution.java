package org.jenkinsci.plugins.workflow.steps;

public abstract class GeneralNonBlockingStepExecution extends StepExecution {

    protected GeneralNonBlockingStepExecution(StepContext context) {
        super(null);
        throw new RuntimeException("Stub!");
    }

    protected final void run(GeneralNonBlockingStepExecution.Block block) {
        throw new RuntimeException("Stub!");
    }

    public void stop(Throwable cause) throws Exception {
        throw new RuntimeException("Stub!");
    }

    public void onResume() {
        throw new RuntimeException("Stub!");
    }

    public boolean blocksRestart() {
        throw new RuntimeException("Stub!");
    }

    protected interface Block {

        void run() throws Exception;
    }
}
