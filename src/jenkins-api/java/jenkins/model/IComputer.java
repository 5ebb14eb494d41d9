package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.util.List;
import java.util.concurrent.Future;
import jenkins.agents.IOfflineCause;

public interface IComputer extends AccessControlled, ModelObject {

    @NonNull
    List<? extends IDisplayExecutor> getDisplayExecutors();

    boolean isOffline();

    boolean isAcceptingTasks();

    @NonNull
    String getUrl();

    IOfflineCause getOfflineCause();

    boolean isConnecting();

    int countBusy();

    int countExecutors();

    boolean isOnline();

    int countIdle();

    boolean isLaunchSupported();

    Future<?> connect(boolean value);

    @NonNull
    default ACL getACL() {
        throw new RuntimeException("Stub!");
    }
}
