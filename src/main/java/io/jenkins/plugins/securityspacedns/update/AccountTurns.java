package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Takes one turn at a time for each account, in the order in which they came. Turns run in threads of their own. */
public final class AccountTurns {

    private final Map<AccountKey, Deque<Turn>> waiting = new HashMap<>();

    /** Daemon threads, so that a command line program ends when its work is done. */
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "SecuritySpace DNS update");
                thread.setDaemon(true);
                return thread;
            });

    /** {@return the turn that an update goes with: one that waits, else the one for it alone} */
    synchronized Batch join(AccountKey account, AccountUpdate update, Batch alone) {
        Optional<Batch> other = waiting.getOrDefault(account, new ArrayDeque<>()).stream()
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast)
                .filter(batch -> batch.admits(update))
                .findFirst();
        if (other.isPresent()) {
            other.get().add(update);
            return other.get();
        }
        add(account, alone);
        return alone;
    }

    /** Adds a turn at the end. A thread takes the turns of an account as long as there is one. */
    synchronized void add(AccountKey account, Turn turn) {
        Deque<Turn> queue = waiting.get(account);
        if (queue == null) {
            threads.execute(() -> take(account)); // fails if there are no more threads: then nobody is to wait
            waiting.put(account, new ArrayDeque<>(List.of(turn)));
        } else {
            queue.add(turn);
        }
    }

    /** Takes an update out of its turn, because nobody waits for it any more. */
    synchronized void leave(Batch batch, AccountUpdate update) {
        batch.remove(update);
    }

    /** {@return whether a turn of the account is under way} */
    synchronized boolean isBusy(AccountKey account) {
        return waiting.containsKey(account);
    }

    private void take(AccountKey account) {
        for (Optional<Turn> turn = first(account); turn.isPresent(); turn = first(account)) {
            Turn taken = turn.get();
            taken.take(() -> close(account, taken));
        }
    }

    private synchronized Optional<Turn> first(AccountKey account) {
        Optional<Turn> first = Optional.ofNullable(waiting.get(account).peek());
        if (first.isEmpty()) {
            waiting.remove(account);
        }
        return first;
    }

    private synchronized void close(AccountKey account, Turn turn) {
        waiting.get(account).remove(turn);
    }
}
