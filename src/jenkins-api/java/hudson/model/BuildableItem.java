package hudson.model;

public interface BuildableItem extends Item, Queue.Task {

    boolean scheduleBuild(Cause cause);

    boolean scheduleBuild(int value, Cause cause);
}
