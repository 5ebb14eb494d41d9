package hudson.tasks;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import java.io.IOException;

public enum BuildStepMonitor {
    NONE {
        @Override
        public boolean perform(
                BuildStep buildStep, AbstractBuild abstractBuild, Launcher launcher, BuildListener buildListener)
                throws IOException, InterruptedException {
            throw new RuntimeException("Stub!");
        }
    },
    STEP {
        @Override
        public boolean perform(
                BuildStep buildStep, AbstractBuild abstractBuild, Launcher launcher, BuildListener buildListener)
                throws IOException, InterruptedException {
            throw new RuntimeException("Stub!");
        }
    },
    BUILD {
        @Override
        public boolean perform(
                BuildStep buildStep, AbstractBuild abstractBuild, Launcher launcher, BuildListener buildListener)
                throws IOException, InterruptedException {
            throw new RuntimeException("Stub!");
        }
    };

    public abstract boolean perform(
            BuildStep buildStep, AbstractBuild abstractBuild, Launcher launcher, BuildListener buildListener)
            throws IOException, InterruptedException;
}
