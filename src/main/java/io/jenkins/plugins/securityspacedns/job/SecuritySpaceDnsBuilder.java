package io.jenkins.plugins.securityspacedns.job;

import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step of freestyle jobs. It needs no workspace; host names and address may contain build variables. */
public final class SecuritySpaceDnsBuilder extends Builder implements SimpleBuildStep {

    private final String hostnames;
    private String credentialsId = "";
    private String address = "";
    private String failOn = "";
    private boolean force;

    /**
     * @param hostnames host names, separated by comma or white space
     */
    @DataBoundConstructor
    public SecuritySpaceDnsBuilder(String hostnames) {
        this.hostnames = Util.fixNull(hostnames);
    }

    /** {@return host names, separated by comma or white space} */
    public String getHostnames() {
        return hostnames;
    }

    /** {@return the id of the credentials, or empty for those of the global configuration} */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param credentialsId the id of the credentials
     */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId);
    }

    /** {@return the address that the hosts get, or empty to detect it} */
    public String getAddress() {
        return address;
    }

    /**
     * @param address the address that the hosts get
     */
    @DataBoundSetter
    public void setAddress(String address) {
        this.address = Util.fixNull(address);
    }

    /** {@return the outcomes that fail the build, or empty for the default ones} */
    public String getFailOn() {
        return failOn;
    }

    /**
     * @param failOn outcomes, separated by comma or white space
     */
    @DataBoundSetter
    public void setFailOn(String failOn) {
        this.failOn = Util.fixNull(failOn);
    }

    /** {@return whether to send even where the address is confirmed or a backoff runs} */
    public boolean isForce() {
        return force;
    }

    /**
     * @param force whether to send even where the address is confirmed or a backoff runs
     */
    @DataBoundSetter
    public void setForce(boolean force) {
        this.force = force;
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public void perform(Run<?, ?> run, EnvVars env, TaskListener listener) throws InterruptedException, IOException {
        UpdateArguments arguments =
                new UpdateArguments(env.expand(hostnames), credentialsId, env.expand(address), failOn, force);
        Computer agent = Computer.currentComputer();
        DnsUpdateResult result = HostUpdate.run(arguments, agent, new AgentAddressFinder(agent), run, listener);
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> listener.getLogger().println("SecuritySpace DNS: all hosts are up to date.");
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case FAILURE -> throw HostUpdate.failure(result);
        }
    }

    /** Describes the build step. */
    @Extension
    @Symbol("securitySpaceDnsUpdate")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> implements UpdateForm {

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return Messages.SecuritySpaceDnsUpdate_displayName();
        }
    }
}
