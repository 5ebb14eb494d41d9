package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** Keeps accounts under pseudonyms, because a user name may be a secret. */
public final class PseudonymousLedgerStore implements LedgerStore {

    private final LedgerStore store;
    private final UnaryOperator<String> pseudonyms;

    /**
     * @param store takes the accounts under their pseudonyms
     * @param pseudonyms makes the same pseudonym of the same user name every time, and tells nothing of the user name
     *     to whoever lacks its key
     */
    public PseudonymousLedgerStore(LedgerStore store, UnaryOperator<String> pseudonyms) {
        this.store = store;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public AccountState load(String username) throws IOException {
        return store.load(nameOf(username));
    }

    @Override
    public void save(String username, AccountState state) throws IOException {
        store.save(nameOf(username), state);
    }

    @Override
    public String nameOf(String username) {
        return pseudonyms.apply(username);
    }
}
