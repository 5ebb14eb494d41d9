package io.jenkins.plugins.securityspacedns.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps accounts as long as the program runs. */
public final class MemoryLedgerStore implements LedgerStore {

    private final Map<String, AccountState> accounts = new ConcurrentHashMap<>();

    @Override
    public AccountState load(String username) {
        return accounts.getOrDefault(username, AccountState.UNKNOWN);
    }

    @Override
    public void save(String username, AccountState state) {
        accounts.put(username, state);
    }
}
