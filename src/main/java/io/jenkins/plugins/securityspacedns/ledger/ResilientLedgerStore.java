package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembers what a folder does not take, as long as the program runs: a full disk must not make it send the same again
 * and again until the account is blocked. Whoever saves is told of the failure all the same.
 */
public final class ResilientLedgerStore implements LedgerStore {

    private final FolderLedgerStore folder;
    private final Clock clock;
    private final SortedMap<String, AccountState> unsaved = new TreeMap<>();
    private Failure failure;

    /**
     * Why the folder takes nothing.
     *
     * @param since when it began
     * @param reason a sentence of whoever failed last
     */
    public record Failure(Instant since, String reason) {}

    /**
     * @param folder where accounts are kept
     * @param clock tells when the folder began to fail
     */
    public ResilientLedgerStore(FolderLedgerStore folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized AccountState load(String username) throws IOException {
        AccountState kept = unsaved.get(username);
        return kept == null ? folder.load(username) : kept;
    }

    /**
     * @return every account, by user name
     * @throws IOException if the folder or a file cannot be read
     */
    public synchronized SortedMap<String, AccountState> loadAll() throws IOException {
        SortedMap<String, AccountState> accounts = folder.loadAll();
        accounts.putAll(unsaved);
        return accounts;
    }

    @Override
    public synchronized void save(String username, AccountState state) throws IOException {
        try {
            write(username, state);
        } catch (IOException e) {
            unsaved.put(username, state);
            Instant since = failure == null ? clock.instant() : failure.since();
            failure = new Failure(since, String.valueOf(e.getMessage()));
            throw e;
        }
        unsaved.remove(username);
        if (unsaved.isEmpty()) {
            failure = null;
        }
    }

    /** An account of which nothing is known needs no file. */
    private void write(String username, AccountState state) throws IOException {
        if (state.equals(AccountState.UNKNOWN)) {
            folder.forget(username);
        } else {
            folder.save(username, state);
        }
    }

    /**
     * Tries to save what the folder did not take.
     *
     * @throws IOException if it still does not
     */
    public synchronized void saveAgain() throws IOException {
        for (Map.Entry<String, AccountState> account : Map.copyOf(unsaved).entrySet()) {
            save(account.getKey(), account.getValue());
        }
    }

    /** {@return why something is remembered only as long as the program runs, if so} */
    public synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
