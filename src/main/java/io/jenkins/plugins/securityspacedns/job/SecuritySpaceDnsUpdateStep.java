package io.jenkins.plugins.securityspacedns.job;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The Pipeline step {@code securitySpaceDnsUpdate}. */
public final class SecuritySpaceDnsUpdateStep extends Step {

    private final String hostnames;
    private String credentialsId = "";
    private String address = "";
    private String family = "";
    private String failOn = "";
    private boolean force;
    private boolean verify;

    /** @param hostnames host names, separated by comma or white space; Pipelines may give a list too */
    @DataBoundConstructor
    public SecuritySpaceDnsUpdateStep(String hostnames) {
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

    /** @param failOn outcomes, separated by comma or white space; Pipelines may give a list too */
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

    @Override
    public StepExecution start(StepContext context) {
        return new SecuritySpaceDnsUpdateExecution(
                context, new UpdateArguments(hostnames, credentialsId, address, family, failOn, force, verify));
    }

    /**
     * Describes the step. It comes before the meta-step {@code step}: the snippet generator offers one step of each name, and
     * would take the build step of freestyle jobs for this one.
     */
    @Extension(ordinal = 1)
    public static final class DescriptorImpl extends StepDescriptor implements UpdateForm {

        @Override
        public String getFunctionName() {
            return "securitySpaceDnsUpdate";
        }

        @Override
        public String getDisplayName() {
            return Messages.SecuritySpaceDnsUpdate_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
