package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.List;
import jenkins.model.Jenkins;

/** Calls administrators while an account that somebody uses is stopped, or the ledger fails. */
@Extension
public final class AccountsMonitor extends AdministrativeMonitor {

    /** Makes the monitor. */
    public AccountsMonitor() {
        super("securityspace-dns-accounts");
    }

    @Override
    public String getDisplayName() {
        return Messages.AccountsMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !LedgerSnapshot.read().isWell();
    }

    /** Whoever may read the page that it leads to may read the message. */
    @Override
    public boolean hasRequiredPermission() {
        return Jenkins.get().hasPermission(Jenkins.SYSTEM_READ);
    }

    @Override
    public void checkRequiredPermission() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
    }

    /** {@return what the message tells of} */
    public AccountsPage getPage() {
        return new AccountsPage();
    }

    /** {@return the accounts that are stopped and in use} */
    public List<AccountReport> getStopped() {
        return LedgerSnapshot.read().reports().stream()
                .filter(AccountReport::isAlarming)
                .toList();
    }

    /** {@return where the page is, below the root of Jenkins} */
    public String getPageUrl() {
        return "manage/" + AccountsLink.URL + "/";
    }
}
