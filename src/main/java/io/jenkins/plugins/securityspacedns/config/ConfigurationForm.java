package io.jenkins.plugins.securityspacedns.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.util.Arrays;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The web methods of the global configuration. Administrators only. */
public abstract class ConfigurationForm extends GlobalConfiguration {

    ConfigurationForm() {
        // only this package configures the plugin
    }

    /** Fills the list of credentials. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @QueryParameter String credentialsId, @QueryParameter String endpoint) {
        checkPermission();
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardUsernamePasswordCredentials.class,
                        AccountLookup.domain(endpoint),
                        AccountLookup.FOR_JOBS)
                .includeCurrentValue(credentialsId);
    }

    /** Fills the list of methods. */
    @POST
    public ListBoxModel doFillMethodItems() {
        checkPermission();
        ListBoxModel list = new ListBoxModel();
        Arrays.stream(Method.values()).forEach(method -> list.add(method.name(), method.name()));
        return list;
    }

    /** Fills the list of address families. */
    @POST
    public ListBoxModel doFillFamilyItems() {
        checkPermission();
        ListBoxModel list = new ListBoxModel();
        Arrays.stream(Family.values()).forEach(family -> list.add(family.displayName(), family.word()));
        return list;
    }

    /** Checks the endpoint, with a warning of every plain HTTP. */
    @POST
    public FormValidation doCheckEndpoint(@QueryParameter String value, @QueryParameter boolean allowPlainHttp) {
        checkPermission();
        try {
            Endpoint endpoint = Settings.endpoint(value, allowPlainHttp);
            return endpoint.isPlainHttp()
                    ? FormValidation.warning(Messages.SecuritySpaceDnsConfiguration_plainHttp())
                    : FormValidation.ok();
        } catch (InvalidInputException e) {
            return Settings.refused(e);
        }
    }

    /** Checks the sources together with how many of them have to agree. */
    @POST
    public FormValidation doCheckAgreement(
            @QueryParameter String value, @QueryParameter String sources, @QueryParameter String family) {
        return check(() -> Settings.detection(sources, Settings.number(value), family, 1, "check", null));
    }

    /** Checks the sources. */
    @POST
    public FormValidation doCheckSources(@QueryParameter String value) {
        return check(() -> Settings.sources(value));
    }

    /** Checks the days of keep-alive. */
    @POST
    public FormValidation doCheckKeepAliveDays(@QueryParameter String value) {
        return check(() -> Settings.keepAlive(Settings.number(value)));
    }

    /** Checks how many requests an account may send at once. */
    @POST
    public FormValidation doCheckPaceAtOnce(@QueryParameter String value) {
        return check(() -> Settings.paceAtOnce(Settings.number(value)));
    }

    /** Checks how many requests an account may send in an hour. */
    @POST
    public FormValidation doCheckPaceAnHour(@QueryParameter String value) {
        return check(() -> Settings.paceAnHour(Settings.number(value)));
    }

    /** Checks the connect deadline. */
    @POST
    public FormValidation doCheckConnectSeconds(@QueryParameter String value) {
        return check(() -> Settings.seconds(Settings.number(value), "connect"));
    }

    /** Checks the request deadline. */
    @POST
    public FormValidation doCheckRequestSeconds(@QueryParameter String value) {
        return check(() -> Settings.seconds(Settings.number(value), "request"));
    }

    /** Checks the detection deadline. */
    @POST
    public FormValidation doCheckDetectionSeconds(@QueryParameter String value) {
        return check(() -> Settings.seconds(Settings.number(value), "detection"));
    }

    /** Checks the resolver. */
    @POST
    public FormValidation doCheckResolver(@QueryParameter String value) {
        return check(() -> Settings.nameServers(value));
    }

    /** Checks how long the name servers may take. */
    @POST
    public FormValidation doCheckVerifySeconds(@QueryParameter String value) {
        return check(() -> Settings.verifySeconds(Settings.number(value)));
    }

    /** Has every source asked by the controller, as the form stands. */
    @POST
    public FormValidation doFindAddress(
            @QueryParameter String sources,
            @QueryParameter String agreement,
            @QueryParameter String family,
            @QueryParameter String detectionSeconds)
            throws InterruptedException {
        checkPermission();
        return AddressTable.show(() -> new AgentAddressFinder(
                null,
                Settings.detection(
                        sources,
                        Settings.number(agreement),
                        family,
                        Settings.number(detectionSeconds),
                        JenkinsHttp.userAgent(),
                        JenkinsHttp.proxyForSources()),
                ""));
    }

    /** Asks the endpoint whether it takes the credentials; no record is changed. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String endpoint,
            @QueryParameter boolean allowPlainHttp,
            @QueryParameter String method,
            @QueryParameter String credentialsId)
            throws InterruptedException {
        checkPermission();
        try {
            return ConnectionTest.run(
                    Settings.endpoint(endpoint, allowPlainHttp), Settings.method(method), Util.fixNull(credentialsId));
        } catch (InvalidInputException e) {
            return Settings.refused(e);
        }
    }

    private static void checkPermission() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    }

    private static FormValidation check(Runnable reader) {
        checkPermission();
        return Settings.check(reader);
    }
}
