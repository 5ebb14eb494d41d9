package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known of every account. All of it is in memory: it is read once, and each change is written through. What cannot be
 * read, or is damaged, tells nothing, because it may hold a stop. What cannot be written is remembered until it can be, and
 * at most as long as the program runs.
 */
public final class Ledger {

    private final LedgerPlace place;
    private final Supplier<String> firstService;
    private final Clock clock;
    private final Map<AccountKey, AccountState> accounts = new ConcurrentHashMap<>();
    private final Set<AccountKey> unsaved = ConcurrentHashMap.newKeySet();
    private final Map<Path, Damage> damaged = new ConcurrentHashMap<>();
    private volatile boolean read;
    private volatile Failure failure;

    /** One thread reads and writes, so that an interrupted caller cannot break a file, and nobody holds a lock meanwhile. */
    private final ThreadPoolExecutor disk =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "SecuritySpace DNS ledger");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * @param place where accounts are kept
     * @param firstService the service of accounts that were kept before the ledger told services apart
     * @param clock tells when something failed
     */
    public Ledger(LedgerPlace place, Supplier<String> firstService, Clock clock) {
        this.place = place;
        this.firstService = firstService;
        this.clock = clock;
        disk.allowCoreThreadTimeOut(true);
    }

    /**
     * @param account an account
     * @return what is known of it, {@link AccountState#UNKNOWN} if that is nothing
     * @throws IOException if the ledger cannot be read, or the file of this account is damaged, so that nothing may be sent
     */
    public AccountState state(AccountKey account) throws IOException {
        readOnce();
        Optional<Damage> damage = place.fileOf(account).map(damaged::get);
        if (damage.isPresent()) {
            throw new IOException(damage.get().reason());
        }
        return accounts.getOrDefault(account, AccountState.UNKNOWN);
    }

    /**
     * @return every account, but those whose file is damaged
     * @throws IOException if the ledger cannot be read
     */
    public Map<AccountKey, AccountState> all() throws IOException {
        readOnce();
        return Map.copyOf(accounts);
    }

    /**
     * Changes what is known of an account. Once this returns, the change survives the end of the program at any moment.
     *
     * @param account the account
     * @param change makes the new state of the old one, while nobody else changes it; an account that becomes
     *     {@link AccountState#UNKNOWN} is forgotten
     * @return whether anything changed
     * @throws IOException if the ledger cannot be read, and nothing changed; or if it cannot be written, and the change is
     *     remembered as long as the program runs
     */
    public boolean change(AccountKey account, UnaryOperator<AccountState> change) throws IOException {
        AtomicReference<AccountState> before = new AtomicReference<>(state(account));
        AccountState after = accounts.compute(account, (key, known) -> {
            before.set(known == null ? AccountState.UNKNOWN : known);
            AccountState next = change.apply(before.get());
            return next.equals(AccountState.UNKNOWN) ? null : next;
        });
        boolean changed = !before.get().equals(after == null ? AccountState.UNKNOWN : after);
        if (changed || unsaved.contains(account)) {
            onDisk(() -> write(account));
        }
        return changed;
    }

    /**
     * Saves every account that an earlier attempt did not save.
     *
     * @throws IOException if one cannot be written
     */
    public void saveAll() throws IOException {
        for (AccountKey account : unsaved) {
            onDisk(() -> write(account));
        }
    }

    /** {@return why something is remembered only as long as the program runs, if so} */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@return the files that are damaged} */
    public List<Damage> damaged() {
        return List.copyOf(damaged.values());
    }

    /**
     * Deletes a damaged file, so that its account begins anew.
     *
     * @param damage one of {@link #damaged()}
     * @throws IOException if the file cannot be deleted
     */
    public void delete(Damage damage) throws IOException {
        onDisk(() -> {
            if (damaged.containsKey(damage.file())) { // else somebody has mended it
                LedgerFile.delete(damage.file());
                damaged.remove(damage.file());
            }
        });
    }

    /** A damaged file is read again with each use, because somebody may have brought it back from a backup. */
    private void readOnce() throws IOException {
        if (!read || !damaged.isEmpty()) {
            onDisk(() -> {
                read(read ? List.copyOf(damaged.keySet()) : place.files());
                read = true;
            });
        }
    }

    private void read(Collection<Path> files) throws IOException {
        Map<AccountKey, AccountState> states = new HashMap<>();
        Map<AccountKey, AccountState> elsewhere = new HashMap<>();
        Map<Path, Damage> unusable = new HashMap<>();
        List<Path> misplaced = new ArrayList<>();
        for (Path file : files) {
            parse(file, unusable).forEach((account, state) -> {
                if (isIn(file, account)) {
                    states.put(account, state);
                } else {
                    elsewhere.putIfAbsent(account, state);
                    misplaced.add(file);
                }
            });
        }
        accounts.putAll(states);
        elsewhere.forEach(accounts::putIfAbsent); // what is known by now counts more
        damaged.keySet().retainAll(unusable.keySet());
        damaged.putAll(unusable);
        if (damaged.isEmpty()) { // else a file might be written over
            move(misplaced);
        }
    }

    /** The accounts of a file; none if there is no such file, or if it is damaged, which is noted. */
    private Map<AccountKey, AccountState> parse(Path file, Map<Path, Damage> unusable) throws IOException {
        Optional<String> text = LedgerFile.read(file);
        try {
            return text.isPresent() ? LedgerText.parse(text.get(), firstService.get()) : Map.of();
        } catch (IOException e) {
            unusable.put(file, Damage.of(file, e));
            return Map.of();
        }
    }

    /** Earlier versions gave files other names. The old one goes once the new one is written. */
    private void move(List<Path> misplaced) {
        for (AccountKey account : misplaced.isEmpty() ? Set.<AccountKey>of() : accounts.keySet()) {
            try {
                write(account);
            } catch (IOException e) {
                return; // the next use of the account tries again, and says so
            }
        }
        for (Path file : misplaced) {
            try {
                LedgerFile.delete(file);
            } catch (IOException e) {
                return; // it is read again, after the one that took its place
            }
        }
    }

    private void write(AccountKey account) throws IOException {
        Path file = place.fileOf(account).orElse(null);
        if (file == null) {
            return; // in memory alone
        }
        Map<AccountKey, AccountState> content = new HashMap<>(accounts);
        content.keySet().removeIf(other -> !isIn(file, other));
        try {
            if (content.isEmpty()) {
                LedgerFile.delete(file);
            } else {
                LedgerFile.write(file, LedgerText.format(content));
            }
        } catch (IOException e) {
            unsaved.add(account);
            Instant since = failure().map(Failure::since).orElseGet(clock::instant);
            String reason = LedgerPlace.reason(e);
            failure = new Failure(since, reason);
            throw new IOException(reason, e);
        }
        unsaved.removeIf(other -> isIn(file, other));
        if (unsaved.isEmpty()) {
            failure = null;
        }
    }

    private boolean isIn(Path file, AccountKey account) {
        return place.fileOf(account).filter(file::equals).isPresent();
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void onDisk(DiskWork work) throws IOException {
        try {
            CompletableFuture.runAsync(
                            () -> {
                                try {
                                    work.run();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            },
                            disk)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        }
    }

    /**
     * Why the ledger cannot be written.
     *
     * @param since when it began
     * @param reason a sentence of what failed last
     */
    public record Failure(Instant since, String reason) {}

    /**
     * A file that holds something else than a ledger, or a part of one.
     *
     * @param file the file
     * @param reason sentences that name it and say what to do
     */
    public record Damage(Path file, String reason) {

        /** {@return the name of the file} */
        public String name() {
            return String.valueOf(file.getFileName());
        }

        private static Damage of(Path file, IOException e) {
            return new Damage(
                    file,
                    "The ledger " + file + " is damaged: " + e.getMessage()
                            + ". Restore it from a backup, or delete it to begin anew.");
        }
    }
}
