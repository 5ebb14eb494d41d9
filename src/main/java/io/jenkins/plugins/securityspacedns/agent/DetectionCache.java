package io.jenkins.plugins.securityspacedns.agent;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets all who ask the same agent within a minute share one detection. A failure is shared for half a minute. A detection
 * that nobody waits for any more is stopped.
 *
 * <p>A connection may hang for minutes. So each detection has a thread of its own, no lock is held while it runs, and no
 * caller waits for it longer than the deadline of the plan and a grace time. As long as a connection hangs, it costs one
 * thread however often its agent is asked.
 */
@Extension
public final class DetectionCache {

    /** How long an agent may take beyond the deadline that the detection keeps by itself. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration FAILURE_SHARED = Duration.ofSeconds(30);

    private final Executor threads;
    private final Duration grace;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Map<Key, Run> runs = new HashMap<>();

    /** Shares detections of this Jenkins. */
    public DetectionCache() {
        this(Computer.threadPoolForRemoting, GRACE, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * @param threads runs each detection in a thread of its own
     * @param grace how long an agent may take beyond the deadline of the plan
     * @param clock tells when a detection began
     * @param ticker tells how much time passed, in nanoseconds; unlike the clock nobody sets it
     */
    DetectionCache(Executor threads, Duration grace, Clock clock, LongSupplier ticker) {
        this.threads = threads;
        this.grace = grace;
        this.clock = clock;
        this.ticker = ticker;
    }

    static DetectionCache get() {
        return ExtensionList.lookupSingleton(DetectionCache.class);
    }

    /**
     * What a detection found.
     *
     * @param result what each source said, verified
     * @param found the same in words
     * @param age how long before the caller asked it had begun; zero if it began for this caller
     */
    record Detection(DetectionResult result, AddressFinder.Found found, Duration age) {

        Detection of(Duration age) {
            return new Detection(result, found, age);
        }
    }

    /** A connection, not a name: an agent that came back may have come back from elsewhere. */
    private record Key(VirtualChannel channel, String plan) {}

    /**
     * Asks an agent, or takes part in a detection that runs or is fresh. Returns at once.
     *
     * @param channel the connection of the agent
     * @param plan what to ask
     * @return what was found, or why the agent could not be asked: an {@code IOException}, or a {@code TimeoutException}
     *     if it did not answer. A caller who cancels it waits no longer.
     */
    CompletableFuture<Detection> detect(VirtualChannel channel, DetectionPlan plan) {
        Key key = new Key(channel, DetectionChecks.text(plan));
        Run run;
        long age;
        synchronized (this) {
            runs.values().removeIf(Run::isOver);
            Run before = runs.get(key);
            run = before == null || before.isStale() ? new Run(channel, plan, before) : before;
            runs.put(key, run);
            run.waiting++;
            age = ticker.getAsLong() - run.begin;
        }
        CompletableFuture<Detection> share = run.outcome.thenApply(detection -> detection.of(Duration.ofNanos(age)));
        share.whenComplete((detection, failure) -> leave(run));
        return share;
    }

    private synchronized void leave(Run run) {
        run.waiting--;
        if (run.waiting == 0) {
            run.result.cancel(false); // no effect if it has ended
        }
    }

    /** One detection. */
    private final class Run {

        final long begin = ticker.getAsLong();
        /** What comes of it, once {@link #end} has stopped the rest. */
        final CompletableFuture<Detection> outcome;
        /** Guarded by the cache. */
        int waiting;

        private final VirtualChannel channel;
        private final DetectionPlan plan;
        private final CompletableFuture<Void> threadEnded;
        private final Instant at = clock.instant();
        private final CompletableFuture<Detection> result = new CompletableFuture<>();
        private volatile long end;
        private Thread thread;

        /** Begins once the thread of the detection before it has ended, which is at once unless that one hangs. */
        Run(VirtualChannel channel, DetectionPlan plan, Run before) {
            this.channel = channel;
            this.plan = plan;
            result.orTimeout(plan.deadline() + grace.toMillis(), TimeUnit.MILLISECONDS);
            outcome = result.whenComplete((found, failure) -> end());
            CompletableFuture<Void> free =
                    before == null ? CompletableFuture.completedFuture(null) : before.threadEnded;
            threadEnded = free.thenRunAsync(this::ask, threads);
            threadEnded.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    result.completeExceptionally(failure);
                }
            });
        }

        boolean isStale() {
            if (!outcome.isDone()) {
                return false;
            }
            boolean found = !outcome.isCompletedExceptionally()
                    && outcome.join().found().address().isPresent();
            return found
                    ? ticker.getAsLong() - begin >= AddressFinder.FRESH.toNanos()
                    : result.isCancelled() || ticker.getAsLong() - end >= FAILURE_SHARED.toNanos();
        }

        boolean isOver() {
            return threadEnded.isDone() && isStale();
        }

        private void ask() {
            if (!enter()) {
                return;
            }
            Detection found = null;
            Throwable failure = null;
            try {
                DetectionResult verified = channel.call(new DetectOnAgent(plan)).verified(plan);
                found = new Detection(verified, AddressFinder.Found.of(verified, at), Duration.ZERO);
            } catch (Exception | LinkageError e) { // what an agent throws is for its callers, whatever it is
                failure = e;
            }
            exit();
            if (failure == null) {
                result.complete(found);
            } else {
                result.completeExceptionally(failure);
            }
        }

        private synchronized boolean enter() {
            thread = result.isDone() ? null : Thread.currentThread();
            return thread != null;
        }

        private synchronized void exit() {
            thread = null;
            Thread.interrupted(); // by end(); the thread belongs to a pool
        }

        /** Stops what still runs. An interrupt never blocks, unlike the cancelling of a remote call. */
        private synchronized void end() {
            end = ticker.getAsLong();
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
