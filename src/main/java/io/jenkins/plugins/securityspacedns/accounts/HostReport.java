package io.jenkins.plugins.securityspacedns.accounts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is known of one host of an account. Every time is in milliseconds since 1970-01-01T00:00:00Z in the remote API. */
@ExportedBean(defaultVisibility = 999)
public final class HostReport {

    private final HostName name;
    private final HostState state;
    private final Optional<Decision.Held> held;
    private final Optional<Instant> due;

    HostReport(AccountState account, HostName name, Guard guard, Instant now) {
        this.name = name;
        this.state = account.host(name);
        this.held = guard.held(account, name, now);
        this.due = guard.due(state);
    }

    /** {@return the host, in ASCII} */
    @Exported
    public String getHostname() {
        return name.ascii();
    }

    /** {@return the address that the server confirmed last, or null} */
    @CheckForNull
    @Exported
    public String getAddress() {
        return state.confirmed()
                .map(confirmed -> confirmed.address().toString())
                .orElse(null);
    }

    /** {@return when the server confirmed it, or null} */
    @CheckForNull
    @Exported
    public Date getConfirmed() {
        return state.confirmed().map(confirmed -> Date.from(confirmed.at())).orElse(null);
    }

    /**
     * {@return another address that was tried since and never confirmed, or null; the server may have taken it all
     * the same}
     */
    @CheckForNull
    @Exported
    public String getUnansweredAddress() {
        return state.unanswered().map(String::valueOf).orElse(null);
    }

    /** {@return whether nobody knows of that address that it was sent: the last request had no answer} */
    public boolean isUnreachable() {
        return state.last()
                .filter(last -> last.outcome() == Outcome.UNREACHABLE)
                .isPresent();
    }

    /** {@return what the name servers served when somebody last looked, within a day; null if nobody did} */
    @CheckForNull
    @Exported
    public String getNameServers() {
        return ConfiguredEngine.get().lastServed(name, family(state));
    }

    /** {@return the same for whoever reads the page; empty if nobody did} */
    public String getNameServersText() {
        return PageText.of(Util.fixNull(getNameServers()));
    }

    /** {@return the family of the address that a host has} */
    static Family family(HostState state) {
        return state.confirmed().map(confirmed -> confirmed.address().family()).orElse(Family.IPV4);
    }

    /** {@return what the last request ended with, such as {@code updated}, or null} */
    @CheckForNull
    @Exported
    public String getLastOutcome() {
        return state.last().map(last -> last.outcome().word()).orElse(null);
    }

    /**
     * {@return what that means for a build by default: {@code SUCCESS}, {@code UNSTABLE} or {@code FAILURE}, or null}
     */
    @CheckForNull
    public String getLastVerdict() {
        return state.last().map(last -> last.outcome().defaultVerdict().name()).orElse(null);
    }

    /** {@return whether the last request ended well, and nothing holds the next one back} */
    boolean isWell() {
        return held.isEmpty()
                && state.last().filter(last -> last.outcome().isProblem()).isEmpty();
    }

    /** {@return when the last request ended, or null} */
    @CheckForNull
    @Exported
    public Date getLastRequest() {
        return state.last().map(last -> Date.from(last.at())).orElse(null);
    }

    /**
     * {@return the outcome for which the host is held back, such as {@code blocked} or {@code server-error}, or null}
     */
    @CheckForNull
    @Exported
    public String getHeldBy() {
        return held.map(that -> that.cause().word()).orElse(null);
    }

    /** {@return since when it is held back, or null} */
    @CheckForNull
    @Exported
    public Date getHeldSince() {
        return held.map(that -> Date.from(that.since())).orElse(null);
    }

    /** {@return when it may be sent next, or null if that is now, or time alone does not end the hold} */
    @CheckForNull
    @Exported
    public Date getNextAllowed() {
        return held.flatMap(Decision.Held::until).map(Date::from).orElse(null);
    }

    /** {@return when it is sent again although its address is the same, or null} */
    @CheckForNull
    @Exported
    public Date getKeepAliveDue() {
        return due.map(Date::from).orElse(null);
    }
}
