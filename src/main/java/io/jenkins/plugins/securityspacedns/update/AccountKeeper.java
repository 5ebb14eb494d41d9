package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What administrators, and time, do to accounts in the ledger: never while an update of the account runs. */
public final class AccountKeeper {

    private final LedgerStore ledger;
    private final AccountGate gate;
    private final Duration patience;

    /** Whether it was done. */
    public enum Done {
        /** It was. */
        YES,
        /** An update of the account runs; later it can be done. */
        BUSY,
        /** The account is no longer as it was seen. */
        CHANGED
    }

    /**
     * @param ledger where accounts are kept, by the names that they have there
     * @param gate keeps updates of one account apart
     * @param patience how long to wait for an update that runs
     */
    public AccountKeeper(LedgerStore ledger, AccountGate gate, Duration patience) {
        this.ledger = ledger;
        this.gate = gate;
        this.patience = patience;
    }

    /**
     * Lifts a latch. What else is known of the account stays.
     *
     * @param account the account's name in the ledger
     * @param since when the latch was set that somebody saw; another one stays
     * @return whether it was lifted
     * @throws IOException if the ledger cannot be read or written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Done resume(String account, Instant since) throws IOException, InterruptedException {
        return change(
                account,
                state -> state.latch()
                                .filter(latch -> latch.since().equals(since))
                                .isPresent()
                        ? state.resumed()
                        : state);
    }

    /**
     * Forgets an account with its hosts and its latch.
     *
     * @param account the account's name in the ledger
     * @return whether it was forgotten
     * @throws IOException if the ledger cannot be read or written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Done forget(String account) throws IOException, InterruptedException {
        return change(account, state -> AccountState.UNKNOWN);
    }

    /**
     * Forgets one host.
     *
     * @param account the account's name in the ledger
     * @param host the host
     * @return whether it was forgotten
     * @throws IOException if the ledger cannot be read or written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Done forget(String account, HostName host) throws IOException, InterruptedException {
        return change(account, state -> state.without(host));
    }

    /**
     * Forgets the hosts of which nothing was heard for long. A latch stays.
     *
     * @param account the account's name in the ledger
     * @param limit since when
     * @return whether any was forgotten
     * @throws IOException if the ledger cannot be read or written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Done forgetHostsBefore(String account, Instant limit) throws IOException, InterruptedException {
        return change(account, state -> state.withoutHostsBefore(limit));
    }

    /**
     * Forgets an account of which nothing was heard for long, its latch included.
     *
     * @param account the account's name in the ledger
     * @param limit since when
     * @return whether it was forgotten
     * @throws IOException if the ledger cannot be read or written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Done forgetBefore(String account, Instant limit) throws IOException, InterruptedException {
        return change(
                account, state -> state.lastHeard().filter(limit::isBefore).isPresent() ? state : AccountState.UNKNOWN);
    }

    private Done change(String account, UnaryOperator<AccountState> change) throws IOException, InterruptedException {
        Optional<Turn> entered = gate.enterWithin(account, patience);
        if (entered.isEmpty()) {
            return Done.BUSY;
        }
        try (Turn turn = entered.get()) {
            AccountState before = ledger.load(account);
            AccountState after = change.apply(before);
            if (after.equals(before)) {
                return Done.CHANGED;
            }
            ledger.save(account, after);
            return Done.YES;
        }
    }
}
