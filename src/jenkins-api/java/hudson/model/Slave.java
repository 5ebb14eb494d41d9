package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.Callable;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.NodeDescriptor;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.ClockDifference;
import hudson.util.DescribableList;
import java.io.IOException;
import java.io.Serializable;

public abstract class Slave extends Node implements Serializable {

    protected Slave(@NonNull String name, String remoteFS, ComputerLauncher launcher)
            throws Descriptor.FormException, IOException {
        throw new RuntimeException("Stub!");
    }

    @Deprecated
    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getNodeName() {
        throw new RuntimeException("Stub!");
    }

    public void setNodeName(String name) {
        throw new RuntimeException("Stub!");
    }

    public String getNodeDescription() {
        throw new RuntimeException("Stub!");
    }

    public int getNumExecutors() {
        throw new RuntimeException("Stub!");
    }

    public Node.Mode getMode() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public DescribableList<NodeProperty<?>, NodePropertyDescriptor> getNodeProperties() {
        throw new RuntimeException("Stub!");
    }

    public String getLabelString() {
        throw new RuntimeException("Stub!");
    }

    public Callable<ClockDifference, IOException> getClockDifferenceCallable() {
        throw new RuntimeException("Stub!");
    }

    public Computer createComputer() {
        throw new RuntimeException("Stub!");
    }

    public FilePath getWorkspaceFor(TopLevelItem item) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public FilePath getRootPath() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Launcher createLauncher(TaskListener listener) {
        throw new RuntimeException("Stub!");
    }

    public Slave.SlaveDescriptor getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public abstract static class SlaveDescriptor extends NodeDescriptor {

        public SlaveDescriptor() {
            throw new RuntimeException("Stub!");
        }
    }
}
