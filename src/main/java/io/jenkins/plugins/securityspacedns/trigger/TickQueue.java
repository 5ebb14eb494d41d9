package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
 * Takes the ticks of all jobs off the thread of the timer. Each job has one look under way at most; a tick that comes
 * before it is over changes nothing. So the queue never holds more than every job once.
 */
@Extension
public final class TickQueue {

    private static final Logger LOGGER = Logger.getLogger(TickQueue.class.getName());
    private static final int DECIDERS = 4;

    private final Map<Job<?, ?>, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService deciders = threads(DECIDERS, "SecuritySpace DNS trigger");

    static TickQueue get() {
        return ExtensionList.lookupSingleton(TickQueue.class);
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
     * @return when the look is over, be it this one or the one that was under way; it never fails
     */
    CompletableFuture<Void> tick(Job<?, ?> job) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> before = underWay.putIfAbsent(job, over);
        if (before != null) {
            return before;
        }
        Tick tick = new Tick(job, clock, deciders);
        try {
            CompletableFuture.supplyAsync(tick::run, deciders)
                    .thenCompose(Function.identity())
                    .whenComplete((nothing, failure) -> end(job, over, tick, failure));
        } catch (RejectedExecutionException e) { // Jenkins ends
            end(job, over, tick, null);
        }
        return over;
    }

    private void end(Job<?, ?> job, CompletableFuture<Void> over, Tick tick, @CheckForNull Throwable failure) {
        if (failure != null && !deciders.isShutdown()) {
            LOGGER.log(Level.WARNING, failure, () -> "The trigger of " + job.getFullName() + " failed");
            tick.fail(failure);
        }
        underWay.remove(job);
        over.complete(null);
    }

    /** Ends the threads with Jenkins. */
    @Terminator
    public static void stop() {
        get().deciders.shutdownNow();
    }
}
