package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The ledger of one account during one update. Where it cannot be read or written, the update goes on without, and says
 * so once.
 */
final class Memory {

    private final LedgerStore store;
    private final String username;
    private final Consumer<String> log;
    private boolean complained;
    private AccountState state = AccountState.UNKNOWN;

    Memory(LedgerStore store, String username, Consumer<String> log) {
        this.store = store;
        this.username = username;
        this.log = log;
        try {
            state = store.load(username);
        } catch (IOException e) {
            complain(e);
        }
    }

    AccountState state() {
        return state;
    }

    /** A store that failed once is asked again: it may work by now, or keep the state until it does. */
    void keep(AccountState next) {
        boolean changed = !next.equals(state);
        state = next;
        if (changed) {
            try {
                store.save(username, next);
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void complain(IOException e) {
        if (!complained) {
            complained = true;
            log.accept("WARNING: The ledger failed, so this update may not be remembered: " + e.getMessage());
        }
    }
}
