package io.jenkins.plugins.securityspacedns.trigger;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.security.ImpersonatingExecutorService;

/**
 * Takes the looks at all jobs off the threads of the timer and of listeners. Each job has one look under way at most. A look
 * holds no thread while an agent is asked, which is why it is not one task of core's {@code SequentialExecutionQueue}.
 * Another thread writes: no look waits for the disk.
 */
@Extension
public final class LookQueue {

    private static final Logger LOGGER = Logger.getLogger(LookQueue.class.getName());
    private static final SecureRandom CHANCE = new SecureRandom();

    /** Some of them may wait for name servers that are silent. */
    private static final int DECIDERS = 16;

    /** How long events wait for others that belong to them. */
    private static final Duration SOON = Duration.ofMillis(500);

    /** How long the network of an agent that has just connected may need. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Map<Job<?, ?>, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Map<Job<?, ?>, Flapping> flapping = Collections.synchronizedMap(new WeakHashMap<>());
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService deciders = threads(DECIDERS, "SecuritySpace DNS trigger");
    private final ExecutorService writer = threads(1, "SecuritySpace DNS trigger: files");
    private final Histories histories = new Histories(writer);
    private final LookTimes<Job<?, ?>> times = new LookTimes<>(clock, this::later, CHANCE::nextDouble, this::look);

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

    /** {@return what is kept of each job} */
    Histories histories() {
        return histories;
    }

    /** Does something off the thread of the caller, a little later. */
    void soon(Runnable work) {
        later(SOON, work);
    }

    private void later(Duration wait, Runnable work) {
        // Not too early by a part of a millisecond.
        CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS, deciders)
                .execute(work);
    }

    /** Has a job looked at as soon as that may be. Returns at once. */
    void ask(Job<?, ?> job, LookEvent event) {
        times.ask(job, event);
    }

    /**
     * @param schedule whether the schedule of the job has it looked at in a minute
     * @return when it is looked at next, unless that is not within a week and no event is known that leads to it. While the
     *     address of each of its updates flaps, the schedule leads to none.
     */
    Optional<Instant> next(Job<?, ?> job, Predicate<Calendar> schedule) {
        List<Optional<Instant>> waits = waits(job);
        Instant from =
                waits.stream().allMatch(Optional::isPresent) ? end(waits).orElse(clock.instant()) : clock.instant();
        return Stream.of(LookTimes.scheduled(from, schedule), times.next(job))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** When the first of these waits ends. */
    private static Optional<Instant> end(List<Optional<Instant>> waits) {
        return waits.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** How long each update of a job waits because its address flaps; nothing for one that does not wait. */
    private List<Optional<Instant>> waits(Job<?, ?> job) {
        try {
            return histories.of(job).lastUpdates().stream()
                    .map(update -> flapping(job).waitsUntil(update.hosts().keySet(), clock.instant()))
                    .toList();
        } catch (IOException e) { // the look says so
            return List.of();
        }
    }

    private Flapping flapping(Job<?, ?> job) {
        return flapping.computeIfAbsent(job, missing -> new Flapping());
    }

    /** Looks once more if an agent that has just connected found no address: its network may need a while. */
    private void lookAgain(Job<?, ?> job, LookEvent event, Optional<TriggerDecision> decision) {
        if (event == LookEvent.AGENT_CONNECTED
                && decision.filter(made -> made.reason() == Reason.NO_ADDRESS).isPresent()) {
            times.ask(job, LookEvent.WAIT_OVER, clock.instant().plus(A_WHILE));
        }
        end(waits(job)).ifPresent(end -> times.ask(job, LookEvent.WAIT_OVER, end));
    }

    /**
     * Looks at a job, unless that is under way. Returns at once.
     *
     * @return when the decision is in the log, be it of this look or of the one that was under way; it never fails
     */
    CompletableFuture<Void> look(Job<?, ?> job, LookEvent event) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> before = underWay.putIfAbsent(job, over);
        if (before != null) {
            return before;
        }
        Look look = new Look(job, histories, flapping(job), clock, deciders);
        try {
            CompletableFuture.supplyAsync(look::run, deciders)
                    .thenCompose(Function.identity())
                    .exceptionally(failure -> failed(job, failure))
                    .whenComplete((decision, nothing) -> {
                        underWay.remove(job);
                        lookAgain(job, event, decision);
                    })
                    .thenApply(decision -> decision.map(made -> LoggedDecision.of(clock.instant(), event, made)))
                    .thenAcceptAsync(decision -> decision.ifPresent(DecisionLog.of(job)::append), writer)
                    .whenComplete((nothing, failure) -> over.complete(null));
        } catch (RejectedExecutionException e) { // Jenkins ends
            underWay.remove(job);
            over.complete(null);
        }
        return over;
    }

    private Optional<TriggerDecision> failed(Job<?, ?> job, Throwable failure) {
        if (deciders.isShutdown()) {
            return Optional.empty();
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOGGER.log(Level.WARNING, cause, () -> "The trigger of " + job.getFullName() + " failed");
        return Optional.of(new TriggerDecision(
                Reason.FAILED, "Something went wrong (" + cause + "). The log of Jenkins says more."));
    }

    /** Ends the looks with Jenkins. What is to be written is written. */
    @Terminator
    public static void stop() {
        get().deciders.shutdownNow();
    }
}
