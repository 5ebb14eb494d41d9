package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Saves what a full disk did not take, and forgets accounts and hosts that nobody asked for in more than a year. A latch
 * stays as long as credentials hold the user name of its account.
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

    @Override
    public long getRecurrencePeriod() {
        return HOUR;
    }

    @Override
    protected void execute(TaskListener listener) throws IOException {
        ConfiguredEngine engine = ConfiguredEngine.get();
        engine.ledger().saveAll();
        forget(engine, Instant.now());
    }

    void forget(ConfiguredEngine engine, Instant now) throws IOException {
        Instant limit = now.minus(AGE);
        Map<AccountKey, AccountState> accounts = new HashMap<>(engine.ledger().all());
        accounts.values().removeIf(state -> !isOld(state, limit));
        if (accounts.isEmpty()) {
            return;
        }
        Owners owners = Owners.find();
        for (AccountKey account : accounts.keySet()) {
            if (!owners.of(account.username()).exists()) {
                engine.ledger().change(account, state -> {
                    AccountState young = state.withoutHostsBefore(limit);
                    return young.lastHeard().filter(limit::isBefore).isPresent() ? young : AccountState.UNKNOWN;
                });
            } else if (!keepAlive(engine).isZero()) {
                Instant silent = now.minus(keepAlive(engine).plus(SLACK));
                Instant before = silent.isBefore(limit) ? silent : limit;
                engine.ledger().change(account, state -> state.withoutHostsBefore(before));
            }
        }
    }

    private static boolean isOld(AccountState state, Instant limit) {
        return state.lastHeard().filter(limit::isBefore).isEmpty()
                || state.hosts().values().stream()
                        .map(HostState::lastHeard)
                        .anyMatch(heard -> heard.filter(limit::isBefore).isEmpty());
    }

    private static Duration keepAlive(ConfiguredEngine engine) {
        return engine.guard().keepAlive();
    }
}
