package io.jenkins.plugins.securityspacedns.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known of every account. All of it is in memory: it is read once, and each change is written through. A ledger that
 * cannot be read tells nothing, because it may hold a stop. What cannot be written is remembered until it can be, and at
 * most as long as the program runs.
 */
public final class Ledger {

    private final LedgerPlace place;
    private final Supplier<String> firstService;
    private final Clock clock;
    private final Consumer<String> report;
    private final Map<AccountKey, AccountState> accounts = new ConcurrentHashMap<>();
    private final Set<AccountKey> unsaved = ConcurrentHashMap.newKeySet();
    private final List<SetAside> setAside = new CopyOnWriteArrayList<>();
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
     * @param report takes a sentence for people if a file had to be set aside
     */
    public Ledger(LedgerPlace place, Supplier<String> firstService, Clock clock, Consumer<String> report) {
        this.place = place;
        this.firstService = firstService;
        this.clock = clock;
        this.report = report;
        disk.allowCoreThreadTimeOut(true);
    }

    /**
     * @param account an account
     * @return what is known of it, {@link AccountState#UNKNOWN} if that is nothing
     * @throws IOException if the ledger cannot be read, so that nothing may be sent
     */
    public AccountState state(AccountKey account) throws IOException {
        readOnce();
        return accounts.getOrDefault(account, AccountState.UNKNOWN);
    }

    /**
     * @return every account
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

    /** {@return the files that could not be used and were set aside} */
    public List<SetAside> setAside() {
        return List.copyOf(setAside);
    }

    /**
     * Deletes a file that was set aside, if it is still there.
     *
     * @param file one of {@link #setAside()}
     * @throws IOException if it cannot be deleted
     */
    public void delete(SetAside file) throws IOException {
        onDisk(() -> {
            LedgerFile.delete(file.path());
            setAside.remove(file);
        });
    }

    private void readOnce() throws IOException {
        if (!read) {
            onDisk(() -> {
                if (!read) {
                    readAll();
                    read = true;
                }
            });
        }
    }

    private void readAll() throws IOException {
        Map<AccountKey, AccountState> states = new HashMap<>();
        List<Path> misplaced = new ArrayList<>();
        setAside.clear();
        for (Path file : place.files()) {
            Optional<SetAside> aside = SetAside.of(file);
            if (aside.isPresent()) {
                setAside.add(aside.get());
            } else if (!file.toString().endsWith(".new")) { // what was being written when the program died
                LedgerFile.read(file)
                        .ifPresent(text -> parse(file, text).forEach((account, state) -> {
                            if (isIn(file, account)) {
                                states.put(account, state);
                            } else {
                                states.putIfAbsent(account, state);
                                misplaced.add(file);
                            }
                        }));
            }
        }
        accounts.putAll(states);
        move(misplaced);
    }

    private Map<AccountKey, AccountState> parse(Path file, String text) {
        try {
            return LedgerText.parse(text, firstService.get());
        } catch (IOException e) {
            return setAside(file, String.valueOf(e.getMessage()));
        }
    }

    private Map<AccountKey, AccountState> setAside(Path file, String reason) {
        try {
            Path kept = LedgerFile.setAside(file, clock.instant());
            SetAside.of(kept).ifPresent(setAside::add);
            report.accept("The ledger " + file + " cannot be used, because " + reason + ". It is kept as " + kept
                    + ", and a new one begins: stops and holds that it had are lost.");
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "The ledger " + file + " cannot be used, because " + reason + ", and cannot be set aside: "
                            + e.getMessage(),
                    e));
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
                report.accept("The old file of the ledger " + file + " cannot be deleted: " + e.getMessage());
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
            failure = new Failure(since, String.valueOf(e.getMessage()));
            throw e;
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
}
