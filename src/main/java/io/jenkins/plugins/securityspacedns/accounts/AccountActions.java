package io.jenkins.plugins.securityspacedns.accounts;

import hudson.model.Failure;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.trigger.LookEvents;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** What administrators change in the ledger. Each change is written into the system log, with who made it. */
final class AccountActions {

    private static final Logger LOGGER = Logger.getLogger(AccountActions.class.getName());

    private final Ledger ledger = ConfiguredEngine.get().ledger();
    private final LedgerSnapshot seen;

    AccountActions(LedgerSnapshot seen) {
        this.seen = seen;
    }

    void resume(String account, String stop) throws Failure {
        AccountKey resumed = change(
                account,
                state -> state.stop()
                                .filter(set -> set.since().toString().equals(stop))
                                .isPresent()
                        ? state.resumed()
                        : state,
                "resumed the account ");
        LookEvents.accountResumed(resumed);
    }

    void forget(String account) throws Failure {
        change(account, state -> AccountState.UNKNOWN, "forgot the account ");
    }

    void lookUp(String account, String hostname) throws Failure, InterruptedException {
        HostName host = host(hostname);
        HostState known = seen.accounts().get(account(account)).hosts().get(host);
        if (known == null) {
            throw new Failure(Messages.AccountActions_changed());
        }
        ConfiguredEngine.get().served(List.of(host), HostReport.family(known));
    }

    private static HostName host(String hostname) throws Failure {
        try {
            return HostName.parse(Objects.requireNonNullElse(hostname, ""));
        } catch (InvalidInputException e) {
            throw new Failure(e.getMessage());
        }
    }

    void forgetHost(String account, String hostname) throws Failure {
        HostName host = host(hostname);
        change(account, state -> state.without(host), "forgot the host " + host + " of the account ");
    }

    void delete(String file) throws Failure {
        Ledger.Damage damage = seen.damaged().stream()
                .filter(known -> known.name().equals(file))
                .findFirst()
                .orElseThrow(() -> new Failure(Messages.AccountActions_gone()));
        try {
            ledger.delete(damage);
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_notDeleted(e.getMessage()));
        }
        log("deleted " + file);
    }

    private AccountKey change(String id, UnaryOperator<AccountState> change, String what) throws Failure {
        AccountKey account = account(id);
        try {
            if (!ledger.change(account, change)) {
                throw new Failure(Messages.AccountActions_changed());
            }
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_failed(e.getMessage()));
        }
        log(what + Owners.find().of(account).label());
        return account;
    }

    private AccountKey account(String id) throws Failure {
        return seen.accounts().keySet().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Failure(Messages.AccountActions_changed()));
    }

    private static void log(String what) {
        String who = Jenkins.getAuthentication2().getName();
        LOGGER.log(Level.INFO, "SecuritySpace DNS: {0}.", Printable.line(who + ' ' + what));
    }
}
