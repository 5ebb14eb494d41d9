package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.security.ImpersonatingExecutorService;

/**
 * Takes the looks at all jobs off the thread of the timer. Each job has one look under way at most; a tick that comes
 * before it is over changes nothing. So the queue never holds more than every job once. A look holds no thread while an
 * agent is asked, which is why it is not one task of core's {@code SequentialExecutionQueue}. Decisions are written by
 * another thread: no look waits for the disk.
 */
@Extension
public final class LookQueue {

    private static final Logger LOGGER = Logger.getLogger(LookQueue.class.getName());
    private static final int DECIDERS = 4;

    private final Map<Job<?, ?>, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Map<Job<?, ?>, Flapping> flapping = Collections.synchronizedMap(new WeakHashMap<>());
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService deciders = threads(DECIDERS, "SecuritySpace DNS trigger");
    private final ExecutorService writer = threads(1, "SecuritySpace DNS trigger: log");

    static LookQueue get() {
        return ExtensionList.lookupSingleton(LookQueue.class);
    }

    private static ExecutorService threads(int most, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), name));
        pool.allowCoreThreadTimeOut(true);
        return new ImpersonatingExecutorService(pool, ACL.SYSTEM2);
    }

    /**
     * Has a job looked at, unless that is under way. Returns at once.
     *
     * @param job the job
     * @return when the decision is in the log, be it of this look or of the one that was under way; it never fails
     */
    CompletableFuture<Void> look(Job<?, ?> job) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> before = underWay.putIfAbsent(job, over);
        if (before != null) {
            return before;
        }
        Look look = new Look(job, flapping.computeIfAbsent(job, missing -> new Flapping()), clock, deciders);
        try {
            CompletableFuture.supplyAsync(look::run, deciders)
                    .thenCompose(Function.identity())
                    .exceptionally(failure -> failed(job, look, failure))
                    .whenComplete((decision, nothing) -> underWay.remove(job))
                    .thenAcceptAsync(decision -> decision.ifPresent(DecisionLog.of(job)::append), writer)
                    .whenComplete((nothing, failure) -> over.complete(null));
        } catch (RejectedExecutionException e) { // Jenkins ends
            underWay.remove(job);
            over.complete(null);
        }
        return over;
    }

    private Optional<LoggedDecision> failed(Job<?, ?> job, Look look, Throwable failure) {
        if (deciders.isShutdown()) {
            return Optional.empty();
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOGGER.log(Level.WARNING, cause, () -> "The trigger of " + job.getFullName() + " failed");
        return Optional.of(look.logged(new TriggerDecision(
                Reason.FAILED, "Something went wrong (" + cause + "). The log of Jenkins says more.")));
    }

    /** Ends the threads with Jenkins. */
    @Terminator
    public static void stop() {
        get().deciders.shutdownNow();
        get().writer.shutdown();
    }
}
