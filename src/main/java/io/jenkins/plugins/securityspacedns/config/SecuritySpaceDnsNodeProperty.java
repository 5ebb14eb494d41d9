package io.jenkins.plugins.securityspacedns.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * How the public address of one node is found. What is empty here is as the global configuration says. A setter refuses a
 * value that cannot be used, by an {@link InvalidInputException}.
 */
public final class SecuritySpaceDnsNodeProperty extends NodeProperty<Node> {

    private static final String JENKINS = "jenkins";
    private static final String OWN = "own";

    private String sources = "";
    private Integer agreement;
    private String proxy = "";

    /** Chooses nothing yet. */
    @DataBoundConstructor
    public SecuritySpaceDnsNodeProperty() {
        // setters choose
    }

    /**
     * @param computer an agent, or null for the controller
     * @param family the family of the address, or empty for that of the global configuration
     * @return finds its public address as its node and the global configuration say now
     * @throws InvalidInputException if the sources and the agreement do not go together, or there is no such family
     */
    public static AgentAddressFinder finder(@CheckForNull Computer computer, String family) {
        Node node = computer == null ? Jenkins.get() : computer.getNode();
        SecuritySpaceDnsNodeProperty own =
                node == null ? null : node.getNodeProperty(SecuritySpaceDnsNodeProperty.class);
        return (own == null ? new SecuritySpaceDnsNodeProperty() : own).choose(computer, family);
    }

    private AgentAddressFinder choose(@CheckForNull Computer computer, String family) {
        SecuritySpaceDnsConfiguration global = SecuritySpaceDnsConfiguration.get();
        boolean own = !getSources().isBlank();
        String list = own ? "its own sources" : global.getSources().isEmpty() ? "default sources" : "global sources";
        boolean controller = computer == null || computer.getChannel() == FilePath.localChannel;
        boolean throughJenkins = getProxy().isEmpty()
                ? controller || global.isAgentProxy()
                : getProxy().equals(JENKINS);
        DetectionPlan plan = Settings.detection(
                own ? sources : global.getSources(),
                agreement == null ? global.getAgreement() : agreement,
                family.isBlank() ? global.getFamily() : family,
                global.getDetectionSeconds(),
                JenkinsHttp.userAgent(),
                throughJenkins ? JenkinsHttp.proxyForSources() : null);
        return new AgentAddressFinder(computer, plan, list);
    }

    /** {@return the sources that tell the public address of this node, one per line; empty for the global ones} */
    public String getSources() {
        return Util.fixNull(sources);
    }

    /** @param sources the sources, separated by white space; empty for the global ones */
    @DataBoundSetter
    public void setSources(String sources) {
        this.sources = String.join("\n", Settings.sources(sources));
    }

    /** {@return how many independent sources have to name the same address; null for as many as everywhere} */
    @CheckForNull
    public Integer getAgreement() {
        return agreement;
    }

    /** @param agreement at least 1, or null for as many as everywhere */
    @DataBoundSetter
    public void setAgreement(@CheckForNull Integer agreement) {
        this.agreement = agreement == null ? null : Settings.agreement(agreement);
    }

    /** {@return {@code jenkins} for the proxy of Jenkins, {@code own} for that of the node's Java, or empty} */
    public String getProxy() {
        return Util.fixNull(proxy);
    }

    /** @param proxy {@code jenkins}, {@code own}, or empty for what the global configuration says */
    @DataBoundSetter
    public void setProxy(String proxy) {
        String word = Util.fixNull(proxy).strip();
        if (!word.isEmpty() && !word.equals(JENKINS) && !word.equals(OWN)) {
            throw new InvalidInputException(
                    "\"" + Printable.excerpt(word) + "\" is no proxy of a node. Say jenkins or own, or nothing.");
        }
        this.proxy = word;
    }

    /** The form. Nobody gets an answer who may not configure the node. */
    @Extension
    @Symbol("securitySpaceDns")
    public static final class DescriptorImpl extends NodePropertyDescriptor {

        /** Called by Jenkins. */
        public DescriptorImpl() {
            for (String field : List.of("sources", "agreement")) {
                addHelpFileRedirect(field, SecuritySpaceDnsConfiguration.class, field);
            }
        }

        @Override
        public String getDisplayName() {
            return Messages.SecuritySpaceDnsConfiguration_displayName();
        }

        /** It is of one node: the global configuration has a section of its own. */
        @Override
        public boolean isApplicableAsGlobal() {
            return false;
        }

        /** Fills the list of proxies. */
        @POST
        public ListBoxModel doFillProxyItems(@AncestorInPath Computer computer) {
            checkMayConfigure(computer);
            ListBoxModel list = new ListBoxModel();
            list.add(Messages.SecuritySpaceDnsNodeProperty_globalProxy(), "");
            list.add(Messages.SecuritySpaceDnsNodeProperty_jenkinsProxy(), JENKINS);
            list.add(Messages.SecuritySpaceDnsNodeProperty_ownProxy(), OWN);
            return list;
        }

        /** Checks the sources. */
        @POST
        public FormValidation doCheckSources(@AncestorInPath Computer computer, @QueryParameter String value) {
            checkMayConfigure(computer);
            return Settings.check(() -> Settings.sources(value));
        }

        /** Checks how many sources have to agree, together with the sources. */
        @POST
        public FormValidation doCheckAgreement(
                @AncestorInPath Computer computer, @QueryParameter String value, @QueryParameter String sources) {
            checkMayConfigure(computer);
            return Settings.check(() -> entered(sources, value, "").choose(computer, ""));
        }

        /** Has every source asked by the node, as the form stands. */
        @POST
        public FormValidation doFindAddress(
                @AncestorInPath Computer computer,
                @QueryParameter String sources,
                @QueryParameter String agreement,
                @QueryParameter String proxy)
                throws InterruptedException {
            checkMayConfigure(computer);
            return AddressTable.show(() -> {
                if (computer == null) {
                    throw new InvalidInputException(Messages.SecuritySpaceDnsNodeProperty_notSaved());
                }
                return entered(sources, agreement, proxy).choose(computer, "");
            });
        }

        private static SecuritySpaceDnsNodeProperty entered(String sources, String agreement, String proxy) {
            SecuritySpaceDnsNodeProperty entered = new SecuritySpaceDnsNodeProperty();
            entered.setSources(sources);
            entered.setAgreement(Util.fixNull(agreement).isBlank() ? null : Settings.number(agreement));
            entered.setProxy(proxy);
            return entered;
        }

        /** A node that is being added is not there yet. */
        private static void checkMayConfigure(@CheckForNull Computer computer) {
            if (computer == null) {
                Jenkins.get().checkPermission(Computer.CREATE);
            } else {
                computer.checkPermission(Computer.CONFIGURE);
            }
        }
    }
}
