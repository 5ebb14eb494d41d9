package io.jenkins.plugins.securityspacedns.accounts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import java.util.Date;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/** The page with all accounts, and its remote API. */
@ExportedBean
public final class AccountsPage implements ModelObject {

    private final LedgerSnapshot ledger = LedgerSnapshot.read();

    AccountsPage() {
        // AccountsLink asks for the permission first
    }

    @Override
    public String getDisplayName() {
        return Messages.AccountsLink_displayName();
    }

    /** {@return what the page is for} */
    public String getDescription() {
        return Messages.AccountsLink_description();
    }

    /** {@return the remote API} */
    public Api getApi() {
        return new Api(this);
    }

    /** {@return every account of the ledger, those first that somebody has to look after} */
    @Exported
    public List<AccountReport> getAccounts() {
        return ledger.reports();
    }

    /** {@return the files of the ledger that are damaged; nothing is sent for their accounts} */
    @Exported
    public List<DamageReport> getDamaged() {
        return ledger.damaged().stream()
                .map(damage -> new DamageReport(damage.name(), damage.reason()))
                .toList();
    }

    /** {@return why the ledger cannot be written, or null; what it should hold is remembered until Jenkins stops} */
    @CheckForNull
    @Exported
    public String getFailure() {
        return ledger.failure().map(Ledger.Failure::reason).orElse(null);
    }

    /**
     * {@return since when it cannot be written, or null; in milliseconds since 1970-01-01T00:00:00Z in the remote API}
     */
    @CheckForNull
    @Exported
    public Date getFailureSince() {
        return ledger.failure().map(failure -> Date.from(failure.since())).orElse(null);
    }

    /** {@return why the ledger cannot be read, or null} */
    @CheckForNull
    @Exported
    public String getUnreadable() {
        return ledger.unreadable();
    }

    /** {@return why the ledger cannot be written, for whoever reads the page; empty if it can} */
    public String getFailureText() {
        return PageText.of(Util.fixNull(getFailure()));
    }

    /** {@return why the ledger cannot be read, for whoever reads the page; empty if it can} */
    public String getUnreadableText() {
        return PageText.of(Util.fixNull(getUnreadable()));
    }

    /** {@return whether the viewer may resume and forget} */
    public boolean isChangeable() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /**
     * Lifts the stop of an account.
     *
     * @param account the key of the account
     * @param stop the stop that the administrator saw
     */
    @POST
    public HttpResponse doResume(@QueryParameter String account, @QueryParameter String stop) {
        actions().resume(account, stop);
        return redirectTo("?resumed=" + account + "#account-" + account);
    }

    /**
     * Forgets an account.
     *
     * @param account the key of the account
     */
    @POST
    public HttpResponse doForget(@QueryParameter String account) {
        actions().forget(account);
        return HttpResponses.redirectToDot();
    }

    /**
     * Forgets a host of an account.
     *
     * @param account the key of the account
     * @param hostname the host
     */
    @POST
    public HttpResponse doForgetHost(@QueryParameter String account, @QueryParameter String hostname) {
        actions().forgetHost(account, hostname);
        return redirectTo("#account-" + account);
    }

    /**
     * Asks the name servers of a host what they serve.
     *
     * @param account the key of the account
     * @param hostname the host
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    @POST
    public HttpResponse doLookUp(@QueryParameter String account, @QueryParameter String hostname)
            throws InterruptedException {
        actions().lookUp(account, hostname);
        return redirectTo("#account-" + account);
    }

    /**
     * Deletes a damaged file, so that its account begins anew.
     *
     * @param file its name
     */
    @POST
    public HttpResponse doDelete(@QueryParameter String file) {
        actions().delete(file);
        return HttpResponses.redirectToDot();
    }

    /** To where the focus was, so that whoever works by keyboard goes on from there. */
    private static HttpResponse redirectTo(String place) {
        return HttpResponses.redirectViaContextPath("manage/" + AccountsLink.URL + "/" + place);
    }

    private AccountActions actions() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return new AccountActions(ledger);
    }

    /**
     * A damaged file of the ledger.
     *
     * @param file its name in the folder of the ledger
     * @param reason sentences that name it and say what to do
     */
    @ExportedBean(defaultVisibility = 999)
    public record DamageReport(
            @Exported String file, @Exported String reason) {

        /** {@return the reason for whoever reads the page} */
        public String text() {
            return PageText.of(reason);
        }
    }
}
