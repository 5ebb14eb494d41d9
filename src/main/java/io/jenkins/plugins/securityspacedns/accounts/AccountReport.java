package io.jenkins.plugins.securityspacedns.accounts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.accounts.Owners.Owner;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is known of one account. Every time is in milliseconds since 1970-01-01T00:00:00Z in the remote API. */
@ExportedBean(defaultVisibility = 999)
public final class AccountReport {

    /** A browser takes seconds for a thousand. */
    private static final int EXCERPT = 100;

    private final AccountKey key;
    private final AccountState state;
    private final Owner owner;
    private final Guard guard;
    private final Instant now;

    AccountReport(AccountKey key, AccountState state, Owner owner, Guard guard, Instant now) {
        this.key = key;
        this.state = state;
        this.owner = owner;
        this.guard = guard;
        this.now = now;
    }

    /** {@return the name of the account in the ledger, which tells nothing of its user name} */
    @Exported
    public String getKey() {
        return key.id();
    }

    /** {@return the service that knows the account, as {@code scheme://host:port/path}} */
    @Exported
    public String getService() {
        return key.service();
    }

    /** {@return the user name; null if it is marked secret, or belongs to no credentials that the viewer may see} */
    @CheckForNull
    @Exported
    public String getUsername() {
        return owner.username().orElse(null);
    }

    /** {@return what people may call the account} */
    public String getLabel() {
        return owner.label();
    }

    /** {@return the label, with what its credentials are for if the label only names these} */
    public String getTitle() {
        String description = isCoveredByTitle() ? owner.credentials().get(0).description() : "";
        return description.isEmpty() ? getLabel() : getLabel() + " (" + description + ")";
    }

    /**
     * {@return whether nothing is left to say of its credentials: they are one, of Jenkins itself, and in the title}
     */
    public boolean isCoveredByTitle() {
        return owner.username().isEmpty()
                && owner.credentials().size() == 1
                && owner.credentials().get(0).folder().isEmpty();
    }

    /** {@return whether credentials of Jenkins or of a folder hold its user name; false only if that is certain} */
    @Exported
    public boolean isInUse() {
        return !owner.isNobody();
    }

    /** {@return whether it is not known who uses it, because some credentials cannot be read} */
    public boolean isOfUnknownOwner() {
        return !owner.exists() && !owner.complete();
    }

    /** {@return whether somebody has to look after it: it is stopped and in use} */
    boolean isAlarming() {
        return state.stop().isPresent() && isInUse();
    }

    /** {@return the credentials that hold its user name, as far as the viewer may see them} */
    @Exported
    public List<KnownCredentials> getCredentials() {
        return owner.credentials();
    }

    /**
     * {@return why nothing is sent for the account: {@code blocked} or {@code badauth}; null if nothing stops it}
     */
    @CheckForNull
    @Exported
    public String getStoppedBy() {
        return state.stop().map(stop -> stop.cause().word()).orElse(null);
    }

    /** {@return since when, or null} */
    @CheckForNull
    @Exported
    public Date getStoppedSince() {
        return state.stop().map(stop -> Date.from(stop.since())).orElse(null);
    }

    /**
     * {@return the stop that is set, by which Resume knows that it lifts what somebody saw; empty if nothing stops
     * the account}
     */
    @Exported
    public String getStop() {
        return state.stop().map(stop -> stop.since().toString()).orElse("");
    }

    /** {@return before when the server wants no request, or null} */
    @CheckForNull
    @Exported
    public Date getNotBefore() {
        return state.serverWait()
                .map(AccountState.ServerWait::until)
                .filter(now::isBefore)
                .map(Date::from)
                .orElse(null);
    }

    /** {@return how many requests its pace lets it send at once now} */
    @Exported
    public int getRequestsLeft() {
        return state.pace().left(guard.limit(), now);
    }

    /** {@return when its pace lets it send the next request, or null if that is now} */
    @CheckForNull
    @Exported
    public Date getNextRequest() {
        return guard.paced(state, now).map(Date::from).orElse(null);
    }

    /** {@return how many requests it may send} */
    public Pace.Limit getPace() {
        return guard.limit();
    }

    /**
     * {@return after {@code badauth}, where the viewer may correct its credentials: addresses of pages by the id of the
     * credentials}
     */
    public Map<String, String> getCorrections() {
        Map<String, String> pages = new LinkedHashMap<>();
        if (state.stop().filter(stop -> stop.cause() == Outcome.BADAUTH).isPresent()) {
            for (KnownCredentials known : owner.credentials()) {
                known.page().ifPresent(page -> pages.put(known.id(), page));
            }
        }
        return pages;
    }

    /** {@return its hosts, by name} */
    @Exported
    public List<HostReport> getHosts() {
        return state.hosts().keySet().stream()
                .map(name -> new HostReport(state, name, guard, now))
                .toList();
    }

    /**
     * {@return the hosts that the page of all accounts shows: all if they are not many, else those first that want a
     * look}
     */
    public List<HostReport> getExcerpt() {
        List<HostReport> hosts = getHosts();
        return hosts.size() <= EXCERPT
                ? hosts
                : hosts.stream()
                        .sorted(Comparator.comparing(HostReport::isWell))
                        .limit(EXCERPT)
                        .toList();
    }
}
