package io.jenkins.plugins.securityspacedns.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsNodeProperty;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Publication;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The build step of freestyle jobs. Host names and address may contain build variables. A {@code node} block of a Pipeline
 * may run it too; its workspace tells which agent is meant.
 */
public final class SecuritySpaceDnsBuilder extends Builder implements SimpleBuildStep {

    private final String hostnames;
    private String credentialsId = "";
    private String address = "";
    private String family = "";
    private String failOn = "";
    private boolean force;
    private boolean verify;

    /** @param hostnames host names, separated by comma or white space */
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

    /** @param credentialsId the id of the credentials */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId);
    }

    /** {@return the address that the hosts get, or empty to detect it} */
    public String getAddress() {
        return address;
    }

    /** @param address the address that the hosts get */
    @DataBoundSetter
    public void setAddress(String address) {
        this.address = Util.fixNull(address);
    }

    /** {@return the family of the address that is detected, or empty for that of the global configuration} */
    public String getFamily() {
        return family;
    }

    /** @param family {@code ipv4} or {@code ipv6} */
    @DataBoundSetter
    public void setFamily(String family) {
        this.family = Util.fixNull(family);
    }

    /** {@return the outcomes that fail the build, or empty for the default ones} */
    public String getFailOn() {
        return failOn;
    }

    /** @param failOn outcomes, separated by comma or white space */
    @DataBoundSetter
    public void setFailOn(String failOn) {
        this.failOn = Util.fixNull(failOn);
    }

    /** {@return whether to send even if the address is confirmed or a hold applies} */
    public boolean isForce() {
        return force;
    }

    /** @param force whether to send even if the address is confirmed or a hold applies */
    @DataBoundSetter
    public void setForce(boolean force) {
        this.force = force;
    }

    /** {@return whether to ask the name servers what they serve, before and after sending} */
    public boolean isVerify() {
        return verify;
    }

    /** @param verify whether to ask the name servers what they serve, before and after sending */
    @DataBoundSetter
    public void setVerify(boolean verify) {
        this.verify = verify;
    }

    /** A step without a workspace still sets an address that is given. */
    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        Computer agent = workspace.toComputer();
        AddressFinder finder = agent == null
                ? AddressFinder.none("The agent of this build is gone. Run the build again.")
                : () -> SecuritySpaceDnsNodeProperty.finder(agent, Util.fixNull(family))
                        .find();
        update(run, env, listener, agent == null ? null : agent.getName(), finder);
    }

    @Override
    public void perform(Run<?, ?> run, EnvVars env, TaskListener listener) throws InterruptedException, IOException {
        AddressFinder finder =
                AddressFinder.none("This build step has no workspace, so it is not known which agent is meant. Put it"
                        + " into a node block, use the step securitySpaceDnsUpdate, or give the address.");
        update(run, env, listener, null, finder);
    }

    private void update(
            Run<?, ?> run, EnvVars env, TaskListener listener, @CheckForNull String agent, AddressFinder finder)
            throws InterruptedException, IOException {
        UpdateArguments arguments = new UpdateArguments(
                env.expand(hostnames), credentialsId, env.expand(address), family, failOn, force, verify);
        HostUpdate update = new HostUpdate(arguments, run, listener);
        int place = update.send(agent, finder);
        Publication publication = update.publication(place, Instant.now());
        publication.await(Pause.REAL);
        DnsUpdateResult result = update.end(place, publication);
        switch (Verdict.valueOf(result.getVerdict())) {
            case SUCCESS -> {}
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case FAILURE -> throw HostUpdate.failure(result);
        }
    }

    /** Describes the build step. It has the form of the Pipeline step, with the same help. */
    @Extension
    @Symbol("securitySpaceDnsUpdate")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> implements UpdateForm {

        /** Called by Jenkins. */
        public DescriptorImpl() {
            for (String field :
                    List.of("hostnames", "credentialsId", "address", "family", "failOn", "force", "verify")) {
                addHelpFileRedirect(field, SecuritySpaceDnsUpdateStep.class, field);
            }
        }

        @Override
        public String getConfigPage() {
            return getViewPage(SecuritySpaceDnsUpdateStep.class, "config.jelly");
        }

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
