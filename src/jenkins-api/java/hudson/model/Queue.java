package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.queue.CauseOfBlockage;
import hudson.model.queue.SubTask;
import jenkins.model.queue.AsynchronousExecution;

public class Queue extends ResourceController implements Saveable {

    public Queue(@NonNull LoadBalancer loadBalancer) {
        throw new RuntimeException("Stub!");
    }

    public void save() {
        throw new RuntimeException("Stub!");
    }

    public static final class BuildableItem extends Queue.NotWaitingItem {

        public BuildableItem(Queue.NotWaitingItem ni) {
            super(null);
            throw new RuntimeException("Stub!");
        }

        public CauseOfBlockage getCauseOfBlockage() {
            throw new RuntimeException("Stub!");
        }
    }

    public interface Executable extends Runnable {

        @NonNull
        SubTask getParent();

        void run() throws AsynchronousExecution;

        String toString();
    }

    public abstract static class Item extends Actionable {

        protected Item(Queue.Item item) {
            throw new RuntimeException("Stub!");
        }

        public abstract CauseOfBlockage getCauseOfBlockage();
    }

    public abstract static class NotWaitingItem extends Queue.Item {

        protected NotWaitingItem(Queue.NotWaitingItem ni) {
            super(null);
            throw new RuntimeException("Stub!");
        }
    }

    public interface Task extends SubTask {

        String getName();

        String getUrl();
    }
}
