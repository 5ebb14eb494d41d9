package io.jenkins.plugins.securityspacedns.accounts;

import hudson.model.Failure;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.SetAside;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.AccountKeeper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** What administrators change in the ledger. Each change is written into the system log, with who made it. */
final class AccountActions {

    private static final Logger LOGGER = Logger.getLogger(AccountActions.class.getName());

    /** How long an administrator waits for an update that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConfiguredEngine engine;
    private final LedgerSnapshot seen;

    AccountActions(ConfiguredEngine engine, LedgerSnapshot seen) {
        this.engine = engine;
        this.seen = seen;
    }

    private interface Step {
        AccountKeeper.Done take(AccountKeeper keeper) throws IOException, InterruptedException;
    }

    void resume(String account, String latch) throws InterruptedException {
        Instant since = parse(latch);
        String label = labelOf(account);
        make(keeper -> keeper.resume(account, since), "resumed the account " + label);
    }

    void forget(String account) throws InterruptedException {
        make(keeper -> keeper.forget(account), "forgot the account " + labelOf(account));
    }

    void forgetHost(String account, String hostname) throws InterruptedException {
        HostName host;
        try {
            host = HostName.parse(hostname);
        } catch (InvalidInputException e) {
            throw new Failure(e.getMessage());
        }
        make(keeper -> keeper.forget(account, host), "forgot the host " + host + " of the account " + labelOf(account));
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
            engine.files().delete(setAside);
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_notDeleted(e.getMessage()));
        }
        log("deleted " + setAside.file());
    }

    private static Instant parse(String latch) {
        try {
            return Instant.parse(latch);
        } catch (DateTimeException e) {
            throw new Failure(Messages.AccountActions_changed());
        }
    }

    private String labelOf(String account) {
        return seen.reports().stream()
                .filter(report -> report.getKey().equals(account))
                .map(AccountReport::getLabel)
                .findFirst()
                .orElseThrow(() -> new Failure(Messages.AccountActions_changed()));
    }

    private void make(Step step, String what) throws InterruptedException {
        AccountKeeper.Done done;
        try {
            done = step.take(engine.keeper(PATIENCE));
        } catch (IOException e) {
            throw new Failure(Messages.AccountActions_failed(e.getMessage()));
        }
        switch (done) {
            case YES -> log(what);
            case BUSY -> throw new Failure(Messages.AccountActions_busy());
            case CHANGED -> throw new Failure(Messages.AccountActions_changed());
        }
    }

    private static void log(String what) {
        String who = Jenkins.getAuthentication2().getName();
        LOGGER.log(Level.INFO, "SecuritySpace DNS: {0}.", Printable.line(who + ' ' + what));
    }
}
