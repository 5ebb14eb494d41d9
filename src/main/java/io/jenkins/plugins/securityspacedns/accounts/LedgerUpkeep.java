package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Saves what a full disk did not take, and forgets accounts and hosts that nobody asked for in more than a year. A stop
 * stays as long as credentials hold the user name of its account, or some credentials cannot be read.
 */
@Extension
public final class LedgerUpkeep extends AsyncPeriodicWork {

    /** Longer than a host that is asked for once a year is silent. */
    private static final Duration AGE = Duration.ofDays(400);

    /** How much longer than the keep-alive a host may be silent that is asked for. */
    private static final Duration SLACK = Duration.ofDays(35);

    /** Makes the work; Jenkins starts it. */
    public LedgerUpkeep() {
        super("SecuritySpace DNS ledger upkeep");
    }

    /** Saves once more when Jenkins stops: by then a disk that was full may have room for a stop that must not be lost. */
    @Extension
    public static final class AtShutdown extends ItemListener {

        private static final Logger LOGGER = Logger.getLogger(AtShutdown.class.getName());

        @Override
        public void onBeforeShutdown() {
            try {
                ConfiguredEngine.get().ledger().saveAll();
            } catch (IOException e) {
                LOGGER.log(
                        Level.WARNING,
                        "The SecuritySpace DNS ledger cannot be written, so that what it should hold is lost now: {0}",
                        Printable.line(e.getMessage()));
            }
        }
    }

    @Override
    public long getRecurrencePeriod() {
        return HOUR;
    }

    @Override
    protected void execute(TaskListener listener) throws IOException {
        ConfiguredEngine.get().ledger().saveAll();
        forget(Instant.now());
    }

    void forget(Instant now) throws IOException {
        ConfiguredEngine engine = ConfiguredEngine.get();
        Instant limit = now.minus(AGE);
        Map<AccountKey, AccountState> accounts = new HashMap<>(engine.ledger().all());
        accounts.values().removeIf(state -> !isOld(state, limit));
        if (accounts.isEmpty()) {
            return;
        }
        Duration keepAlive = engine.guard().keepAlive();
        Instant silent = now.minus(keepAlive.plus(SLACK));
        Owners owners = Owners.find();
        for (AccountKey account : accounts.keySet()) {
            boolean used = !owners.of(account).isNobody();
            if (used && keepAlive.isZero()) {
                continue; // a host that is asked for may be silent for ever
            }
            Instant before = used && silent.isBefore(limit) ? silent : limit;
            engine.ledger().change(account, state -> {
                AccountState young = state.withoutHostsBefore(before);
                return isHeard(young, before) || used && refuses(young) ? young : AccountState.UNKNOWN;
            });
        }
    }

    /** A request that left no host behind still counts for the pace. */
    private static boolean isHeard(AccountState state, Instant limit) {
        return state.lastHeard().filter(limit::isBefore).isPresent()
                || state.pace().at().isAfter(limit);
    }

    private static boolean refuses(AccountState state) {
        return state.stop().isPresent() || !state.refused().isEmpty();
    }

    private static boolean isOld(AccountState state, Instant limit) {
        return state.lastHeard().filter(limit::isBefore).isEmpty()
                || state.hosts().values().stream()
                        .map(HostState::lastHeard)
                        .anyMatch(heard -> heard.filter(limit::isBefore).isEmpty());
    }
}
