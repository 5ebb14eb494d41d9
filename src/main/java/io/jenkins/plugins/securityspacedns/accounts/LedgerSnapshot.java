package io.jenkins.plugins.securityspacedns.accounts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.ResilientLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.SetAside;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as it was at one moment, with what is wrong with it.
 *
 * @param accounts what is known of accounts, by their names in the ledger
 * @param setAside the files that could not be read
 * @param failure why the folder takes nothing, if so
 * @param unreadable why the ledger cannot be read, or null
 */
record LedgerSnapshot(
        Map<String, AccountState> accounts,
        List<SetAside> setAside,
        Optional<ResilientLedgerStore.Failure> failure,
        @CheckForNull String unreadable) {

    static LedgerSnapshot read() {
        ConfiguredEngine engine = ConfiguredEngine.get();
        Optional<ResilientLedgerStore.Failure> failure = engine.accounts().failure();
        try {
            // In this order, because reading an account is what sets a file aside.
            Map<String, AccountState> accounts = engine.accounts().loadAll();
            return new LedgerSnapshot(accounts, engine.files().setAside(), failure, null);
        } catch (IOException e) {
            return new LedgerSnapshot(Map.of(), List.of(), failure, e.getMessage());
        }
    }

    /** How many accounts are stopped. */
    long stopped() {
        return accounts.values().stream()
                .filter(state -> state.latch().isPresent())
                .count();
    }

    boolean isWell() {
        return stopped() == 0 && setAside.isEmpty() && failure.isEmpty() && unreadable == null;
    }

    /** The accounts for whoever is logged in: those that are stopped first, then by what people call them. */
    List<AccountReport> reports() {
        ConfiguredEngine engine = ConfiguredEngine.get();
        Owners owners = Owners.find(engine.ledger());
        Guard guard = engine.guard();
        Instant now = Instant.now();
        return accounts.entrySet().stream()
                .map(account -> new AccountReport(
                        account.getKey(), account.getValue(), owners.of(account.getKey()), guard, now))
                .sorted(Comparator.comparing((AccountReport account) -> account.getStoppedBy() == null)
                        .thenComparing(AccountReport::getLabel))
                .toList();
    }
}
