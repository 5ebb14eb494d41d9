package jenkins.model.queue;

public abstract class AsynchronousExecution extends RuntimeException {

    protected AsynchronousExecution() {
        throw new RuntimeException("Stub!");
    }

    public abstract void interrupt(boolean value);

    public abstract boolean blocksRestart();

    public abstract boolean displayCell();
}
