package io.jenkins.plugins.securityspacedns.update;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Lets one update at a time through for each account; the others wait in line, and hear what it is answered. */
public final class AccountGate {

    private final Map<String, AccountLine> lines = new ConcurrentHashMap<>();

    /**
     * Waits until no other update of the account runs, and keeps others out until the turn is closed.
     *
     * @param account the account's name in the ledger
     * @param waiting is run before it waits
     * @return the turn
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    Turn enter(String account, Runnable waiting) throws InterruptedException {
        AccountLine line = line(account);
        long arrived = line.arrive();
        boolean entered = false;
        try {
            if (line.lock().isLocked()) {
                waiting.run();
            }
            line.lock().lockInterruptibly();
            entered = true;
            return new Turn(line, arrived);
        } finally {
            if (!entered) {
                line.leave(arrived);
            }
        }
    }

    /**
     * The same, but gives up after a while.
     *
     * @param account the account's name in the ledger
     * @param patience how long to wait
     * @return the turn, or empty where an update of the account runs all the while
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    Optional<Turn> enterWithin(String account, Duration patience) throws InterruptedException {
        AccountLine line = line(account);
        if (!line.lock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        return Optional.of(new Turn(line, line.arrive()));
    }

    /** One small line per account stays for the life of the program. */
    private AccountLine line(String account) {
        return lines.computeIfAbsent(account, name -> new AccountLine());
    }
}
