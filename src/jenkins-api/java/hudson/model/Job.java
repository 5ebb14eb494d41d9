package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.util.RunList;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {

    protected Job(ItemGroup parent, String name) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void onCopiedFrom(Item src) {
        throw new RuntimeException("Stub!");
    }

    public int getNextBuildNumber() {
        throw new RuntimeException("Stub!");
    }

    public Collection<? extends Job> getAllJobs() {
        throw new RuntimeException("Stub!");
    }

    public void addProperty(JobProperty<? super JobT> jobProp) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void removeProperty(JobProperty<? super JobT> jobProp) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public <T extends JobProperty> T removeProperty(Class<T> clazz) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public <T extends JobProperty> T getProperty(Class<T> clazz) {
        throw new RuntimeException("Stub!");
    }

    public JobProperty getProperty(String className) {
        throw new RuntimeException("Stub!");
    }

    public void delete() throws IOException, InterruptedException {
        throw new RuntimeException("Stub!");
    }

    public abstract boolean isBuildable();

    public RunList<RunT> getBuilds() {
        throw new RuntimeException("Stub!");
    }

    public RunList<RunT> getNewBuilds() {
        throw new RuntimeException("Stub!");
    }

    public RunT getBuildByNumber(int n) {
        throw new RuntimeException("Stub!");
    }

    public File getBuildDir() {
        throw new RuntimeException("Stub!");
    }

    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT run);

    public RunT getLastBuild() {
        throw new RuntimeException("Stub!");
    }

    public RunT getLastSuccessfulBuild() {
        throw new RuntimeException("Stub!");
    }

    public RunT getLastCompletedBuild() {
        throw new RuntimeException("Stub!");
    }

    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }
}
