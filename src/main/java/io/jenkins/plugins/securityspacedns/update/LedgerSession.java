package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One account of the ledger during one turn. If it cannot be written, the turn goes on, and that is said once. */
final class LedgerSession {

    private final Ledger ledger;
    private final AccountKey account;
    private final Consumer<String> log;
    private boolean complained;

    /**
     * @throws IOException if the ledger cannot be read
     */
    LedgerSession(Ledger ledger, AccountKey account, Consumer<String> log) throws IOException {
        this.ledger = ledger;
        this.account = account;
        this.log = log;
        ledger.state(account);
        change(state -> state); // saves what could not be saved before
    }

    /** What is known now: somebody may have resumed the account meanwhile. */
    AccountState state() {
        try {
            return ledger.state(account);
        } catch (IOException e) {
            throw new IllegalStateException("A ledger that was read once stays in memory.", e);
        }
    }

    void change(UnaryOperator<AccountState> change) {
        try {
            ledger.change(account, change);
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                log.accept("WARNING: The ledger cannot be written, so this update may not be remembered: "
                        + e.getMessage());
            }
        }
    }
}
