package io.jenkins.plugins.securityspacedns.update;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time in which nobody else sends anything for an account. It ends early if nobody waits for it any more. */
abstract class Turn {

    private Thread thread;
    private boolean left;

    /** The work of the turn. */
    abstract void run() throws InterruptedException;

    /** Tells those who wait for the turn that it failed for a cause that has no sentence of its own. */
    abstract void fail(RuntimeException cause);

    /** Lets others join before it begins, if that is worth while. */
    void gather() throws InterruptedException {}

    /**
     * Takes the turn.
     *
     * @param closed is told, maybe twice, that nobody can join any more
     */
    final void take(Runnable closed) {
        try {
            if (begin()) {
                gather();
                closed.run();
                run();
            }
        } catch (InterruptedException e) {
            fail(new IllegalStateException("Nobody waits for this turn any more.", e));
        } catch (RuntimeException | Error e) {
            fail(new IllegalStateException(e));
        } finally {
            closed.run();
            end();
        }
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !left;
    }

    private synchronized void end() {
        thread = null;
        left = Thread.interrupted() || left; // an interruption was meant for this turn alone
    }

    /** The last one who waited for the turn waits no more. */
    final synchronized void leave() {
        left = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** A turn with one result for one who waits. */
    static final class Task<T> extends Turn {

        /** The work of a task. */
        interface Work<T> {
            T run() throws InterruptedException;
        }

        private final Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Task(Work<T> work) {
            this.work = work;
        }

        @Override
        void run() throws InterruptedException {
            result.complete(work.run());
        }

        @Override
        void fail(RuntimeException cause) {
            result.completeExceptionally(cause);
        }

        /** The result; empty if it is not there in time, and then it is not waited for any more. */
        Optional<T> await(Duration patience) throws InterruptedException {
            try {
                return Optional.of(result.get(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                leave();
                return Optional.empty();
            } catch (InterruptedException e) {
                leave();
                throw e;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
