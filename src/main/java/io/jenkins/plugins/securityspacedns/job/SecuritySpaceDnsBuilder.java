package io.jenkins.plugins.securityspacedns.job;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.io.IOException;
import java.util.Map;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

    /**
     * @return host names, separated by comma or white space
     */
    public String getHostnames() {
        return hostnames;
    }

    /**
     * @return the id of the credentials, or empty for those of the global configuration
     */
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

    /**
     * @return the address that the hosts get, or empty to detect it
     */
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

    /**
     * @return the outcomes that fail the build, or empty for the default ones
     */
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

    /**
     * @return whether to send even where the address is confirmed or a backoff runs
     */
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
        DnsUpdateResult result = HostUpdate.run(arguments, agentAddress(), run, listener);
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> listener.getLogger().println("SecuritySpace DNS: all hosts are up to date.");
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case FAILURE -> throw HostUpdate.failure(result);
        }
    }

    private static AddressFinder agentAddress() {
        Computer computer = Computer.currentComputer();
        String name = computer == null ? "the controller" : computer.getDisplayName();
        VirtualChannel channel = computer == null ? FilePath.localChannel : computer.getChannel();
        return () -> new AgentAddress(
                        name, channel, SecuritySpaceDnsConfiguration.get().detection())
                .find();
    }

    /** Describes the build step. */
    @Extension
    @Symbol("securitySpaceDnsUpdate")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> implements CustomDescribableModel {

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return Messages.SecuritySpaceDnsUpdate_displayName();
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return UpdateArguments.joinLists(arguments);
        }

        /** Fills the list of credentials. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return UpdateForm.credentials(item, credentialsId);
        }

        /** Checks the host names. */
        @POST
        public FormValidation doCheckHostnames(@AncestorInPath Item item, @QueryParameter String value) {
            return UpdateForm.checkHostnames(item, value);
        }

        /** Checks the address. */
        @POST
        public FormValidation doCheckAddress(@AncestorInPath Item item, @QueryParameter String value) {
            return UpdateForm.checkAddress(item, value);
        }

        /** Checks the outcomes. */
        @POST
        public FormValidation doCheckFailOn(@AncestorInPath Item item, @QueryParameter String value) {
            return UpdateForm.checkFailOn(item, value);
        }
    }
}
