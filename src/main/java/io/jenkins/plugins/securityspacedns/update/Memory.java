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
    private boolean works = true;
    private AccountState state = AccountState.UNKNOWN;

    Memory(LedgerStore store, String username, Consumer<String> log) {
        this.store = store;
        this.username = username;
        this.log = log;
        try {
            state = store.load(username);
        } catch (IOException e) {
            fail(e);
        }
    }

    AccountState state() {
        return state;
    }

    void keep(AccountState next) {
        boolean changed = !next.equals(state);
        state = next;
        if (works && changed) {
            try {
                store.save(username, next);
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    private void fail(IOException e) {
        works = false;
        log.accept("WARNING: The ledger failed, so this update is not remembered: " + e.getMessage());
    }
}
