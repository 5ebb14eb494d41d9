package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractCIBase extends Node
        implements ItemGroup<TopLevelItem>, StaplerProxy, ViewGroup, AccessControlled {

    public AbstractCIBase() {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    @NonNull
    public String getNodeName() {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public String getUrl() {
        throw new RuntimeException("Stub!");
    }

    public abstract List<Node> getNodes();

    public abstract Queue getQueue();

    protected abstract ConcurrentMap<Node, Computer> getComputerMap();
}
