package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What happened to one host, as Pipelines read it and builds keep it. */
@ExportedBean(defaultVisibility = 3)
public final class DnsHostResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String UNKNOWN = "?";

    private String hostname;
    private String outcome;
    private String stop;
    private String message;
    private String verdict;
    private final long duration;
    private boolean changed;
    private Boolean verified;
    private Long verifiedAfter;

    DnsHostResult(HostResult result) {
        hostname = result.hostname();
        outcome = result.outcome().word();
        stop = result.cause().isRefusalOfAccount() ? result.cause().word() : null;
        message = result.outcome() == Outcome.UNREACHABLE
                ? result.message() + " " + sender(result.message())
                : result.message();
        verdict = result.verdict().name();
        duration = result.duration().toMillis();
    }

    private DnsHostResult(DnsHostResult before, Publication.Seen seen, FailOn failOn) {
        Outcome now = seen.outcome(Outcome.ofWord(before.outcome).orElseThrow());
        hostname = before.hostname;
        outcome = now.word();
        message = seen.message(before.message);
        verdict = failOn.verdict(now).name();
        duration = before.duration;
        changed = before.isChanged();
        verified = seen.after().isPresent();
        verifiedAfter = seen.after().map(Duration::toMillis).orElse(null);
    }

    /** {@return the host if the server confirmed its address, now or earlier} */
    Optional<HostName> confirmed() {
        return Optional.of(hostname)
                .filter(name -> Outcome.ofWord(outcome)
                        .filter(known -> !known.isProblem())
                        .isPresent())
                .map(HostName::parse);
    }

    /** {@return the outcome that stopped the account, in this build or before; empty if none did} */
    public Optional<Outcome> stop() {
        return Optional.ofNullable(stop).flatMap(Outcome::ofWord);
    }

    DnsHostResult published(Map<HostName, Publication.Seen> seen, FailOn failOn) {
        return confirmed()
                .map(seen::get)
                .map(one -> new DnsHostResult(this, one, failOn))
                .orElse(this);
    }

    /** The build.xml of another version may lack anything. */
    private Object readResolve() {
        hostname = Objects.requireNonNullElse(hostname, UNKNOWN);
        outcome = Objects.requireNonNullElse(outcome, UNKNOWN);
        message = Objects.requireNonNullElse(message, "");
        verdict = known(verdict);
        return this;
    }

    /** {@return the verdict, or that of a problem if this version knows it not} */
    static String known(@CheckForNull String verdict) {
        return Stream.of(Verdict.values())
                .map(Verdict::name)
                .filter(name -> name.equals(verdict))
                .findFirst()
                .orElse(Verdict.UNSTABLE.name());
    }

    /** It is the controller that sends, whatever agent the build runs on. */
    private static String sender(String failure) {
        return failure.contains(" certificate ")
                ? "The Jenkins controller sends updates, so its Java has to trust this certificate."
                : "The Jenkins controller sends updates. Check its network and its proxy.";
    }

    /** {@return the host as it was asked for} */
    @Exported
    @Whitelisted
    public String getHostname() {
        return hostname;
    }

    /** {@return what happened, such as {@code updated} or {@code server-error}} */
    @Exported
    @Whitelisted
    public String getOutcome() {
        return outcome;
    }

    /** {@return whether the server set another address than it had before} */
    @Exported
    @Whitelisted
    public boolean isChanged() {
        return changed || outcome.equals(Outcome.UPDATED.word());
    }

    /** {@return a sentence that says so} */
    @Exported
    @Whitelisted
    public String getMessage() {
        return message;
    }

    /** {@return the first line of the message: what an update has in common is said once, in the lines after it} */
    String getSummary() {
        return message.lines().findFirst().orElse("");
    }

    /**
     * @param timeZone the time zone that the viewer chose, or empty
     * @return that line for whoever reads the page
     */
    public String text(String timeZone) {
        return PageText.of(getSummary(), timeZone);
    }

    /** {@return what it means for the build: {@code SUCCESS}, {@code UNSTABLE} or {@code FAILURE}} */
    @Exported
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** {@return how long its requests took, in milliseconds; 0 if nothing was sent} */
    @Exported
    @Whitelisted
    public long getDuration() {
        return duration;
    }

    /** {@return whether the name servers serve the address; null if they were not asked} */
    @CheckForNull
    @Exported
    @Whitelisted
    public Boolean getVerified() {
        return verified;
    }

    /** {@return after what time they did, in milliseconds; null if they did not, or were not asked} */
    @CheckForNull
    @Exported
    @Whitelisted
    public Long getVerifiedAfter() {
        return verifiedAfter;
    }

    /** {@return how long its requests took, such as {@code 0.42 sec}, or null if nothing was sent} */
    @CheckForNull
    public String getDurationText() {
        return duration == 0 ? null : Util.getTimeSpanString(duration);
    }

    /** {@return whether it leaves the build anything but successful} */
    public boolean isProblem() {
        return !verdict.equals(Verdict.SUCCESS.name());
    }

    @Override
    public String toString() {
        return hostname + " " + outcome + ": " + getSummary();
    }
}
