package io.jenkins.plugins.securityspacedns.update;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one update at a time through for each account; the others wait in line. */
public final class AccountGate {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Work on an account.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /**
     * Waits until no other update of the account runs, and keeps others out while the work is done.
     *
     * @throws InterruptedException where the thread was interrupted while it waited or worked
     */
    <T> T alone(String username, Work<T> work) throws InterruptedException {
        // Fair, so that nobody waits for ever. One small lock per account stays for the life of the program.
        ReentrantLock lock = locks.computeIfAbsent(username, name -> new ReentrantLock(true));
        lock.lockInterruptibly();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
