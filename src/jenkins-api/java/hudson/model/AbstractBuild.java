package hudson.model;

import java.io.IOException;
import jenkins.model.lazy.LazyBuildMixIn;

public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R>
        implements Queue.Executable, LazyBuildMixIn.LazyLoadingRun<P, R> {

    protected AbstractBuild(P job) throws IOException {
        super(null);
        throw new RuntimeException("Stub!");
    }

    public final LazyBuildMixIn.RunMixIn<P, R> getRunMixIn() {
        throw new RuntimeException("Stub!");
    }

    public abstract void run();
}
