package hudson.model.queue;

import hudson.model.Executor;
import hudson.model.Queue;
import java.util.List;

public class MappingWorksheet {

    public MappingWorksheet(Queue.BuildableItem item, List<? extends MappingWorksheet.ExecutorSlot> offers) {
        throw new RuntimeException("Stub!");
    }

    public abstract static class ExecutorSlot {

        public ExecutorSlot() {
            throw new RuntimeException("Stub!");
        }

        public abstract Executor getExecutor();

        public abstract boolean isAvailable();

        protected abstract void set(WorkUnit workUnit) throws UnsupportedOperationException;
    }

    public final class Mapping {

        public Mapping() {
            throw new RuntimeException("Stub!");
        }
    }
}
