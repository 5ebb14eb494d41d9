package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** Those who wait for their turn with one account, and what the server answered while they waited. */
final class AccountLine {

    /** Fair, so that nobody waits for ever. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final SortedSet<Long> present = new TreeSet<>();
    private final Deque<Receipt> receipts = new ArrayDeque<>();
    private long moment;

    ReentrantLock lock() {
        return lock;
    }

    /** A moment later than all before. */
    synchronized long now() {
        return ++moment;
    }

    synchronized long arrive() {
        long arrived = now();
        present.add(arrived);
        return arrived;
    }

    /** Nobody is left who could share what was answered before everybody else came. */
    synchronized void leave(long arrived) {
        present.remove(arrived);
        receipts.removeIf(receipt -> present.isEmpty() || !receipt.isAnsweredAfter(present.first()));
    }

    synchronized void tell(Receipt receipt) {
        receipts.addFirst(receipt);
    }

    /** The last answer for a host, if it came after a moment. */
    synchronized Optional<Receipt> latest(HostName host, long after) {
        return receipts.stream()
                .filter(receipt -> receipt.isFor(host))
                .findFirst()
                .filter(receipt -> receipt.isAnsweredAfter(after));
    }
}
