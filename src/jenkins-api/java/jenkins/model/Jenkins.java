package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.ProxyConfiguration;
import hudson.model.AbstractCIBase;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Label;
import hudson.model.ModifiableViewGroup;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.model.View;
import hudson.remoting.Callable;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.slaves.NodeDescriptor;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.ClockDifference;
import hudson.util.DescribableList;
import hudson.views.ViewsTabBar;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public class Jenkins extends AbstractCIBase implements StaplerProxy, ModifiableViewGroup, AccessControlled {

    public ProxyConfiguration proxy;

    public static final Permission ADMINISTER = null;

    public static final Permission SYSTEM_READ = null;

    public static final Permission READ = null;

    @NonNull
    public static Jenkins get() throws IllegalStateException {
        throw new RuntimeException("Stub!");
    }

    protected Jenkins(File root, ServletContext context) throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public ProxyConfiguration getProxy() {
        throw new RuntimeException("Stub!");
    }

    public void setNodeName(String name) {
        throw new RuntimeException("Stub!");
    }

    public String getNodeDescription() {
        throw new RuntimeException("Stub!");
    }

    public Descriptor getDescriptor(String id) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Computer getComputer(@NonNull String name) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Label getLabel(String expr) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Item getItemByFullName(String fullName) {
        throw new RuntimeException("Stub!");
    }

    public boolean isQuietingDown() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        throw new RuntimeException("Stub!");
    }

    public Launcher createLauncher(TaskListener listener) {
        throw new RuntimeException("Stub!");
    }

    public List<TopLevelItem> getItems() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public View getView(@CheckForNull String name) {
        throw new RuntimeException("Stub!");
    }

    public Collection<View> getViews() {
        throw new RuntimeException("Stub!");
    }

    public void addView(@NonNull View v) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public boolean canDelete(View view) {
        throw new RuntimeException("Stub!");
    }

    public void deleteView(View view) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onViewRenamed(View view, String oldName, String newName) {
        throw new RuntimeException("Stub!");
    }

    public ViewsTabBar getViewsTabBar() {
        throw new RuntimeException("Stub!");
    }

    public Queue getQueue() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    protected ConcurrentMap<Node, Computer> getComputerMap() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<Node> getNodes() {
        throw new RuntimeException("Stub!");
    }

    public DescribableList<NodeProperty<?>, NodePropertyDescriptor> getNodeProperties() {
        throw new RuntimeException("Stub!");
    }

    public NodeDescriptor getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlChildPrefix() {
        throw new RuntimeException("Stub!");
    }

    public File getRootDir() {
        throw new RuntimeException("Stub!");
    }

    public FilePath getWorkspaceFor(TopLevelItem item) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public FilePath getRootPath() {
        throw new RuntimeException("Stub!");
    }

    public Callable<ClockDifference, IOException> getClockDifferenceCallable() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    public TopLevelItem getItem(String name) throws AccessDeniedException {
        throw new RuntimeException("Stub!");
    }

    public File getRootDirFor(TopLevelItem child) {
        throw new RuntimeException("Stub!");
    }

    public void onDeleted(TopLevelItem item) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public int getNumExecutors() {
        throw new RuntimeException("Stub!");
    }

    public Node.Mode getMode() {
        throw new RuntimeException("Stub!");
    }

    public String getLabelString() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Computer createComputer() {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Object getTarget() {
        throw new RuntimeException("Stub!");
    }

    public hudson.PluginManager getPluginManager() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static Authentication getAuthentication2() {
        throw new RuntimeException("Stub!");
    }
}
