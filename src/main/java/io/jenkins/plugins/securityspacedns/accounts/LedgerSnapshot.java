package io.jenkins.plugins.securityspacedns.accounts;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as it was at one moment, with what is wrong with it.
 *
 * @param accounts what is known of accounts
 * @param damaged the files that are damaged
 * @param failure why the ledger cannot be written, if so
 * @param unreadable why the ledger cannot be read, or null
 */
record LedgerSnapshot(
        Map<AccountKey, AccountState> accounts,
        List<Ledger.Damage> damaged,
        Optional<Ledger.Failure> failure,
        @CheckForNull String unreadable) {

    static LedgerSnapshot read() {
        Ledger ledger = ConfiguredEngine.get().ledger();
        try {
            return new LedgerSnapshot(ledger.all(), ledger.damaged(), ledger.failure(), null);
        } catch (IOException e) {
            return new LedgerSnapshot(Map.of(), List.of(), ledger.failure(), e.getMessage());
        }
    }

    /** How many accounts are stopped that somebody may use. */
    long stopped() {
        Map<AccountKey, AccountState.Stop> stopped = new HashMap<>();
        accounts.forEach((account, state) -> state.stop().ifPresent(stop -> stopped.put(account, stop)));
        return stopped.isEmpty() ? 0 : Owners.countUsed(stopped);
    }

    boolean isWell() {
        return damaged.isEmpty() && failure.isEmpty() && unreadable == null && stopped() == 0;
    }

    /** The accounts for whoever is logged in: those first that somebody has to look after, those last that nobody uses. */
    List<AccountReport> reports() {
        Guard guard = ConfiguredEngine.get().guard();
        Owners owners = Owners.find();
        Instant now = Instant.now();
        return accounts.entrySet().stream()
                .map(account -> new AccountReport(
                        account.getKey(), account.getValue(), owners.of(account.getKey()), guard, now))
                .sorted(Comparator.comparing((AccountReport account) -> !account.isAlarming())
                        .thenComparing(account -> !account.isInUse())
                        .thenComparing(AccountReport::getLabel))
                .toList();
    }
}
