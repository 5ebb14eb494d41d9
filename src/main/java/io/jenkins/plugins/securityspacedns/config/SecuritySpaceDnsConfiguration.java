package io.jenkins.plugins.securityspacedns.config;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.time.Duration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What the administrator chose, for all jobs. A value that cannot be used is refused when it is set. */
@Extension
@Symbol("securitySpaceDns")
public final class SecuritySpaceDnsConfiguration extends ConfigurationForm {

    private String endpoint = Endpoint.DEFAULT.toString();
    private boolean allowPlainHttp;
    private String method = Method.GET.name();
    private String credentialsId = "";
    private String family = "ipv4";
    private String sources = "";
    private int agreement = 2;
    private int keepAliveDays = 25;
    private int connectSeconds = 10;
    private int requestSeconds = 30;
    private int detectionSeconds = 10;

    /** Reads what was saved. */
    public SecuritySpaceDnsConfiguration() {
        load();
    }

    /** {@return the configuration of this Jenkins} */
    public static SecuritySpaceDnsConfiguration get() {
        return ExtensionList.lookupSingleton(SecuritySpaceDnsConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.SecuritySpaceDnsConfiguration_displayName();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        try {
            // Nothing is changed before all of it is known to be usable.
            SecuritySpaceDnsConfiguration wanted = new SecuritySpaceDnsConfiguration();
            request.bindJSON(wanted, json);
            wanted.check();
        } catch (InvalidInputException e) {
            throw new Descriptor.FormException(e.getMessage(), e, "endpoint");
        }
        request.bindJSON(this, json);
        save();
        return true;
    }

    /**
     * @throws InvalidInputException if values do not go together; what was saved before stays
     */
    @Override
    public synchronized void save() {
        if (!BulkChange.contains(this)) {
            check();
        }
        super.save();
    }

    /** What single values cannot tell: whether they go together. */
    private void check() {
        targetEndpoint();
        detection();
    }

    Endpoint targetEndpoint() {
        return Settings.endpoint(endpoint, allowPlainHttp);
    }

    Method requestMethod() {
        return Settings.method(method);
    }

    Duration keepAlive() {
        return Settings.keepAlive(keepAliveDays);
    }

    Duration connectDeadline() {
        return Settings.seconds(connectSeconds, "connect");
    }

    Duration requestDeadline() {
        return Settings.seconds(requestSeconds, "request");
    }

    /**
     * @return how the public address is to be found
     * @throws InvalidInputException if the sources and the agreement do not go together
     */
    public DetectionPlan detection() {
        return Settings.detection(
                sources, agreement, family, detectionSeconds, Product.userAgent(), JenkinsHttp.proxyForSources());
    }

    /** {@return the URL to which requests go} */
    public String getEndpoint() {
        return endpoint;
    }

    /**
     * @param endpoint the URL to which requests go; the secure server of SecuritySpace where it is empty
     * @throws InvalidInputException if it is not an HTTP or HTTPS URL
     */
    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        String text = Util.fixNull(endpoint).strip();
        this.endpoint = text.isEmpty()
                ? Endpoint.DEFAULT.toString()
                : Endpoint.parse(text).toString();
    }

    /** {@return whether the endpoint may be plain HTTP elsewhere than on this machine} */
    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    /**
     * @param allowPlainHttp whether the password may be shown to the network
     */
    @DataBoundSetter
    public void setAllowPlainHttp(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    /** {@return {@code GET} or {@code POST}} */
    public String getMethod() {
        return method;
    }

    /**
     * @param method {@code GET} or {@code POST}
     * @throws InvalidInputException if it is something else
     */
    @DataBoundSetter
    public void setMethod(String method) {
        this.method = Settings.method(Util.fixNull(method).strip()).name();
    }

    /** {@return the id of the credentials of jobs that name none; empty where every job must} */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param credentialsId the id of the credentials of jobs that name none
     */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    /** {@return {@code ipv4} or {@code ipv6}} */
    public String getFamily() {
        return family;
    }

    /**
     * @param family {@code ipv4} or {@code ipv6}
     * @throws InvalidInputException if it is something else
     */
    @DataBoundSetter
    public void setFamily(String family) {
        this.family = Settings.family(Util.fixNull(family).strip()).word();
    }

    /** {@return the sources that tell the public address, one per line; empty for the default ones} */
    public String getSources() {
        return sources;
    }

    /**
     * @param sources the sources that tell the public address, separated by white space
     * @throws InvalidInputException if one is no source, or plain HTTP elsewhere than on this machine
     */
    @DataBoundSetter
    public void setSources(String sources) {
        String text = Util.fixNull(sources).strip();
        this.sources = text.isEmpty() ? "" : String.join("\n", Settings.sources(text, Settings.family(family)));
    }

    /** {@return how many independent sources have to name the same address} */
    public int getAgreement() {
        return agreement;
    }

    /**
     * @param agreement how many independent sources have to name the same address, at least 1
     * @throws InvalidInputException if it is less
     */
    @DataBoundSetter
    public void setAgreement(int agreement) {
        if (agreement < 1) {
            throw new InvalidInputException("The agreement of " + agreement + " is out of range. Give 1 or more.");
        }
        this.agreement = agreement;
    }

    /** {@return after how many days a host is sent again although its address is the same; 0 for never} */
    public int getKeepAliveDays() {
        return keepAliveDays;
    }

    /**
     * @param keepAliveDays 0 to 3650
     * @throws InvalidInputException if it is out of that range
     */
    @DataBoundSetter
    public void setKeepAliveDays(int keepAliveDays) {
        Settings.keepAlive(keepAliveDays);
        this.keepAliveDays = keepAliveDays;
    }

    /** {@return how long making a connection may take, in seconds} */
    public int getConnectSeconds() {
        return connectSeconds;
    }

    /**
     * @param connectSeconds 1 to 600
     * @throws InvalidInputException if it is out of that range
     */
    @DataBoundSetter
    public void setConnectSeconds(int connectSeconds) {
        Settings.seconds(connectSeconds, "connect");
        this.connectSeconds = connectSeconds;
    }

    /** {@return how long one request may take in all, in seconds} */
    public int getRequestSeconds() {
        return requestSeconds;
    }

    /**
     * @param requestSeconds 1 to 600
     * @throws InvalidInputException if it is out of that range
     */
    @DataBoundSetter
    public void setRequestSeconds(int requestSeconds) {
        Settings.seconds(requestSeconds, "request");
        this.requestSeconds = requestSeconds;
    }

    /** {@return how long finding the address may take, in seconds} */
    public int getDetectionSeconds() {
        return detectionSeconds;
    }

    /**
     * @param detectionSeconds 1 to 600
     * @throws InvalidInputException if it is out of that range
     */
    @DataBoundSetter
    public void setDetectionSeconds(int detectionSeconds) {
        Settings.seconds(detectionSeconds, "detection");
        this.detectionSeconds = detectionSeconds;
    }
}
