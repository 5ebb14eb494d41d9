package io.jenkins.plugins.securityspacedns.accounts;

import hudson.model.Failure;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.SetAside;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** What administrators change in the ledger. Each change is written into the system log, with who made it. */
final class AccountActions {

    private static final Logger LOGGER = Logger.getLogger(AccountActions.class.getName());

    private final ConfiguredEngine engine;
    private final LedgerSnapshot seen;

    AccountActions(ConfiguredEngine engine, LedgerSnapshot seen) {
        this.engine = engine;
        this.seen = seen;
    }

    void resume(String account, String stop) throws Failure {
        Instant since = parse(stop);
        AccountReport report = report(account);
        change(
                report,
                state -> state.stop().filter(set -> set.since().equals(since)).isPresent() ? state.resumed() : state,
                "resumed the account " + report.getLabel());
    }

    void forget(String account) throws Failure {
        AccountReport report = report(account);
        change(report, state -> AccountState.UNKNOWN, "forgot the account " + report.getLabel());
    }

    void forgetHost(String account, String hostname) throws Failure {
        HostName host;
        try {
            host = HostName.parse(Objects.requireNonNullElse(hostname, ""));
        } catch (InvalidInputException e) {
            throw new Failure(e.getMessage());
        }
        AccountReport report = report(account);
        change(
                report,
                state -> state.without(host),
                "forgot the host " + host + " of the account " + report.getLabel());
    }

    void delete(String file) {
        for (SetAside setAside : seen.setAside()) {
            if (setAside.file().equals(file)) {
                delete(setAside);
                return;
            }
        }
        throw new Failure(Messages.AccountActions_changed());
    }

    private void delete(SetAside setAside) {
        try {
            engine.ledger().delete(setAside);
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_notDeleted(e.getMessage()));
        }
        log("deleted " + setAside.file());
    }

    private static Instant parse(String stop) {
        try {
            return Instant.parse(Objects.requireNonNullElse(stop, ""));
        } catch (DateTimeException e) {
            throw new Failure(Messages.AccountActions_changed());
        }
    }

    private AccountReport report(String account) throws Failure {
        return seen.reports().stream()
                .filter(report -> report.getKey().equals(account))
                .findFirst()
                .orElseThrow(() -> new Failure(Messages.AccountActions_changed()));
    }

    private void change(AccountReport account, UnaryOperator<AccountState> change, String what) throws Failure {
        try {
            if (!engine.ledger().change(account.key(), change)) {
                throw new Failure(Messages.AccountActions_changed());
            }
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_failed(e.getMessage()));
        }
        log(what);
    }

    private static void log(String what) {
        String who = Jenkins.getAuthentication2().getName();
        LOGGER.log(Level.INFO, "SecuritySpace DNS: {0}.", Printable.line(who + ' ' + what));
    }
}
