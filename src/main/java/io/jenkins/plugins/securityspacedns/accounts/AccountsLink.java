package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.StaplerProxy;

/** The entry under Manage Jenkins that leads to {@link AccountsPage}. */
@Extension
public final class AccountsLink extends ManagementLink implements StaplerProxy {

    /** The name of the page below {@code /manage/}. */
    static final String URL = "securityspace-dns";

    @Override
    public String getIconFileName() {
        return "symbol-globe-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.AccountsLink_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.AccountsLink_description();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    /** Whoever may read the configuration may read the page; only administrators may do something there. */
    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @Override
    public Badge getBadge() {
        long stopped = LedgerSnapshot.read().stopped();
        return stopped == 0
                ? null
                : new Badge(Long.toString(stopped), Messages.AccountsLink_stopped(stopped), Badge.Severity.DANGER);
    }

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(getRequiredPermission());
        return new AccountsPage();
    }
}
