package hudson.model.queue;

public abstract class CauseOfBlockage {

    public CauseOfBlockage() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getShortDescription();
}
