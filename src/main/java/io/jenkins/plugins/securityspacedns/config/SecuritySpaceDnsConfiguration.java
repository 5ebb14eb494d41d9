package io.jenkins.plugins.securityspacedns.config;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import java.util.function.Consumer;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * What the administrator chose, for all jobs. A setter refuses a value that cannot be used, by an
 * {@link InvalidInputException}.
 */
@Extension
@Symbol("securitySpaceDns")
public final class SecuritySpaceDnsConfiguration extends ConfigurationForm {

    private String endpoint = Endpoint.DEFAULT.toString();
    private boolean allowPlainHttp;
    private String method = Defaults.METHOD.name();
    private String credentialsId = "";
    private String family = Defaults.FAMILY.word();
    private String sources = "";
    private int agreement = Defaults.AGREEMENT;
    private boolean agentProxy;
    private int keepAliveDays = Defaults.KEEP_ALIVE_DAYS;
    private int paceAtOnce = Pace.Limit.DEFAULT.atOnce();
    private int paceAnHour = Pace.Limit.DEFAULT.anHour();
    private int connectSeconds = Defaults.CONNECT_SECONDS;
    private int requestSeconds = Defaults.REQUEST_SECONDS;
    private int detectionSeconds = Defaults.DETECTION_SECONDS;
    private String resolver = "";
    private int verifySeconds = Defaults.VERIFY_SECONDS;

    /** What an import has set so far. It comes into force as a whole, by {@link #save()}. */
    private final transient ThreadLocal<SecuritySpaceDnsConfiguration> draft = new ThreadLocal<>();

    /** What an administrator finds who has never chosen anything. */
    private final transient SecuritySpaceDnsConfiguration untouched;

    /** Reads what was saved. */
    public SecuritySpaceDnsConfiguration() {
        untouched = new SecuritySpaceDnsConfiguration(this);
        load();
    }

    private SecuritySpaceDnsConfiguration(SecuritySpaceDnsConfiguration other) {
        untouched = other.untouched;
        take(other);
    }

    private void take(SecuritySpaceDnsConfiguration other) {
        endpoint = other.endpoint;
        allowPlainHttp = other.allowPlainHttp;
        method = other.method;
        credentialsId = other.credentialsId;
        family = other.family;
        sources = other.sources;
        agreement = other.agreement;
        agentProxy = other.agentProxy;
        keepAliveDays = other.keepAliveDays;
        paceAtOnce = other.paceAtOnce;
        paceAnHour = other.paceAnHour;
        connectSeconds = other.connectSeconds;
        requestSeconds = other.requestSeconds;
        detectionSeconds = other.detectionSeconds;
        resolver = other.resolver;
        verifySeconds = other.verifySeconds;
    }

    /** {@return the configuration of this Jenkins} */
    public static SecuritySpaceDnsConfiguration get() {
        return ExtensionList.lookupSingleton(SecuritySpaceDnsConfiguration.class);
    }

    /** {@return the defaults, for the form} */
    public SecuritySpaceDnsConfiguration getUntouched() {
        return untouched;
    }

    @Override
    public String getDisplayName() {
        return Messages.SecuritySpaceDnsConfiguration_displayName();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        SecuritySpaceDnsConfiguration wanted = new SecuritySpaceDnsConfiguration(this);
        try {
            request.bindJSON(wanted, json);
            wanted.check();
        } catch (InvalidInputException e) {
            throw new Descriptor.FormException(e.getMessage(), e, "endpoint");
        }
        take(wanted);
        save();
        return true;
    }

    /**
     * Takes over what was set in a bulk change, as imports of Configuration as Code are, and saves it.
     *
     * @throws InvalidInputException if values do not go together; nothing is changed or saved then
     */
    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        SecuritySpaceDnsConfiguration wanted = draft.get() == null ? this : draft.get();
        draft.remove();
        wanted.check();
        take(wanted);
        super.save();
    }

    /** Sets a value, in a bulk change of the draft. A value that is refused ends the draft, as it ends an import. */
    private void set(Consumer<SecuritySpaceDnsConfiguration> setter) {
        if (!BulkChange.contains(this)) {
            setter.accept(this);
            return;
        }
        SecuritySpaceDnsConfiguration values =
                draft.get() == null ? new SecuritySpaceDnsConfiguration(this) : draft.get();
        draft.remove();
        setter.accept(values);
        draft.set(values);
    }

    /** What single values cannot tell: whether they go together. */
    private void check() {
        Settings.endpoint(endpoint, allowPlainHttp);
        Settings.detection(sources, agreement, family, detectionSeconds, "check", null);
    }

    /** {@return the URL to which requests go} */
    public String getEndpoint() {
        return endpoint;
    }

    /** @param endpoint the URL to which requests go; the secure server of SecuritySpace if it is empty */
    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        // Whether plain HTTP is allowed may be set afterwards.
        set(values -> values.endpoint = Settings.endpoint(endpoint, true).toString());
    }

    /** {@return whether the endpoint may be plain HTTP on another machine} */
    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    /** @param allowPlainHttp whether the password may be shown to the network */
    @DataBoundSetter
    public void setAllowPlainHttp(boolean allowPlainHttp) {
        set(values -> values.allowPlainHttp = allowPlainHttp);
    }

    /** {@return {@code GET} or {@code POST}} */
    public String getMethod() {
        return method;
    }

    /** @param method {@code GET} or {@code POST} */
    @DataBoundSetter
    public void setMethod(String method) {
        set(values -> values.method = Settings.method(method).name());
    }

    /** {@return the id of the credentials of jobs that name none; empty if every job must} */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param credentialsId the id of the credentials of jobs that name none */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        set(values -> values.credentialsId = Util.fixNull(credentialsId).strip());
    }

    /** {@return {@code ipv4} or {@code ipv6}} */
    public String getFamily() {
        return family;
    }

    /** @param family {@code ipv4} or {@code ipv6} */
    @DataBoundSetter
    public void setFamily(String family) {
        set(values -> values.family = Settings.family(family).word());
    }

    /** {@return the sources that tell the public address, one per line; empty for the default ones} */
    public String getSources() {
        return sources;
    }

    /** @param sources the sources that tell the public address, separated by white space; no plain HTTP on another machine */
    @DataBoundSetter
    public void setSources(String sources) {
        set(values -> values.sources = String.join("\n", Settings.sources(sources)));
    }

    /** {@return how many independent sources have to name the same address} */
    public int getAgreement() {
        return agreement;
    }

    /** @param agreement how many independent sources have to name the same address, at least 1 */
    @DataBoundSetter
    public void setAgreement(int agreement) {
        set(values -> values.agreement = Settings.agreement(agreement));
    }

    /** {@return whether agents ask HTTP sources through the proxy of Jenkins, and not as their own Java is set} */
    public boolean isAgentProxy() {
        return agentProxy;
    }

    /** @param agentProxy whether agents use the proxy of Jenkins */
    @DataBoundSetter
    public void setAgentProxy(boolean agentProxy) {
        set(values -> values.agentProxy = agentProxy);
    }

    /** {@return after how many days a host is sent again although its address is the same; 0 for never} */
    public int getKeepAliveDays() {
        return keepAliveDays;
    }

    /** @param keepAliveDays 0 to 3650 */
    @DataBoundSetter
    public void setKeepAliveDays(int keepAliveDays) {
        set(values -> values.keepAliveDays = Settings.keepAlive(keepAliveDays));
    }

    /** {@return how many requests an account may send at once} */
    public int getPaceAtOnce() {
        return paceAtOnce;
    }

    /** @param paceAtOnce 1 to 1000 */
    @DataBoundSetter
    public void setPaceAtOnce(int paceAtOnce) {
        set(values -> values.paceAtOnce = Settings.paceAtOnce(paceAtOnce));
    }

    /** {@return how many requests an account may send in an hour, for longer} */
    public int getPaceAnHour() {
        return paceAnHour;
    }

    /** @param paceAnHour 1 to 3600 */
    @DataBoundSetter
    public void setPaceAnHour(int paceAnHour) {
        set(values -> values.paceAnHour = Settings.paceAnHour(paceAnHour));
    }

    /** {@return how long making a connection may take, in seconds} */
    public int getConnectSeconds() {
        return connectSeconds;
    }

    /** @param connectSeconds 1 to 600 */
    @DataBoundSetter
    public void setConnectSeconds(int connectSeconds) {
        set(values -> values.connectSeconds = Settings.seconds(connectSeconds, "connect"));
    }

    /** {@return how long one request may take in all, in seconds} */
    public int getRequestSeconds() {
        return requestSeconds;
    }

    /** @param requestSeconds 1 to 600 */
    @DataBoundSetter
    public void setRequestSeconds(int requestSeconds) {
        set(values -> values.requestSeconds = Settings.seconds(requestSeconds, "request"));
    }

    /** {@return how long finding the address may take, in seconds} */
    public int getDetectionSeconds() {
        return detectionSeconds;
    }

    /** @param detectionSeconds 1 to 600 */
    @DataBoundSetter
    public void setDetectionSeconds(int detectionSeconds) {
        set(values -> values.detectionSeconds = Settings.seconds(detectionSeconds, "detection"));
    }

    /** {@return the address of the resolver that tells the name servers of hosts; empty for those of the system} */
    public String getResolver() {
        return resolver;
    }

    /** @param resolver an address, with or without a port */
    @DataBoundSetter
    public void setResolver(String resolver) {
        set(values -> {
            Settings.nameServers(resolver);
            values.resolver = Util.fixNull(resolver).strip();
        });
    }

    /** {@return how long the name servers may take to serve what was confirmed, in seconds} */
    public int getVerifySeconds() {
        return verifySeconds;
    }

    /** @param verifySeconds 1 to 900 */
    @DataBoundSetter
    public void setVerifySeconds(int verifySeconds) {
        set(values -> values.verifySeconds = Settings.verifySeconds(verifySeconds));
    }
}
