package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.queue.MappingWorksheet;

public abstract class LoadBalancer implements ExtensionPoint {

    public LoadBalancer() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public abstract MappingWorksheet.Mapping map(@NonNull Queue.Task task, MappingWorksheet mappingWorksheet);
}
