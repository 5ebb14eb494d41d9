package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.Callable;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.slaves.NodeDescriptor;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.ClockDifference;
import hudson.util.DescribableList;
import java.io.File;
import java.io.IOException;

public abstract class Node extends AbstractModelObject
        implements ReconfigurableDescribable<Node>, ExtensionPoint, AccessControlled, PersistenceRoot {

    public Node() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public abstract String getNodeName();

    @Deprecated
    public abstract void setNodeName(String value);

    public abstract String getNodeDescription();

    public abstract Launcher createLauncher(TaskListener taskListener);

    public abstract int getNumExecutors();

    public abstract Node.Mode getMode();

    @CheckForNull
    public final VirtualChannel getChannel() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    protected abstract Computer createComputer();

    @CheckForNull
    public final Computer toComputer() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getLabelString();

    @CheckForNull
    public abstract FilePath getWorkspaceFor(TopLevelItem topLevelItem);

    @CheckForNull
    public abstract FilePath getRootPath();

    @NonNull
    public abstract DescribableList<NodeProperty<?>, NodePropertyDescriptor> getNodeProperties();

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public abstract NodeDescriptor getDescriptor();

    public abstract Callable<ClockDifference, IOException> getClockDifferenceCallable();

    public File getRootDir() {
        throw new RuntimeException("Stub!");
    }

    public enum Mode {
        NORMAL,
        EXCLUSIVE;
    }
}
