package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.update.AccountKeeper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

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
    protected void execute(TaskListener listener) throws IOException, InterruptedException {
        ConfiguredEngine engine = ConfiguredEngine.get();
        engine.accounts().saveAgain();
        forget(engine, Instant.now());
    }

    void forget(ConfiguredEngine engine, Instant now) throws IOException, InterruptedException {
        Instant limit = now.minus(AGE);
        SortedMap<String, AccountState> accounts = engine.accounts().loadAll();
        accounts.values().removeIf(state -> !isOld(state, limit));
        if (accounts.isEmpty()) {
            return;
        }
        Owners owners = Owners.find(engine.ledger());
        AccountKeeper keeper = engine.keeper(Duration.ZERO); // what is under way now is forgotten later
        for (Map.Entry<String, AccountState> account : accounts.entrySet()) {
            String name = account.getKey();
            if (!owners.of(name).exists()) {
                keeper.forgetHostsBefore(name, limit);
                keeper.forgetBefore(name, limit);
            } else if (!keepAlive(engine).isZero()) {
                Instant silent = now.minus(keepAlive(engine).plus(SLACK));
                keeper.forgetHostsBefore(name, silent.isBefore(limit) ? silent : limit);
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
