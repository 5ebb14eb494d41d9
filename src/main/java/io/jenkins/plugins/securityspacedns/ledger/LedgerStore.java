package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;

/** Where the ledger is kept. */
public interface LedgerStore {

    /**
     * @param username the user name of an account
     * @return what is known of it, {@link AccountState#UNKNOWN} where nothing is
     * @throws IOException if the store cannot be read; the message says what to do
     */
    AccountState load(String username) throws IOException;

    /**
     * Keeps what is known of an account. Once this returns, it survives the end of the program at any moment.
     *
     * @param username the user name of the account
     * @param state what is known of it
     * @throws IOException if it could not be kept; what was kept before is still there
     */
    void save(String username, AccountState state) throws IOException;

    /**
     * @param username the user name of an account
     * @return the name under which this store keeps the account; another one where a user name may be a secret
     */
    default String nameOf(String username) {
        return username;
    }
}
