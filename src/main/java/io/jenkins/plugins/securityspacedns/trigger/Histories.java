package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateAction;
import io.jenkins.plugins.securityspacedns.report.DnsUpdateResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The history of each job, in a file beside its builds. So builds that are discarded change nothing, and no look reads
 * builds. A job without the file, and one whose file is damaged, is read from its builds once.
 */
public final class Histories {

    private static final Logger LOGGER = Logger.getLogger(Histories.class.getName());
    private static final String NAME = "securityspace-dns-history.txt";

    /** No more builds than that are read from the disk. */
    private static final int FARTHEST = 50;

    /** A job that is loaded anew is another object, so that its file is read anew. */
    private final Map<Job<?, ?>, History> known = Collections.synchronizedMap(new WeakHashMap<>());

    private final Executor writer;

    /** @param writer one thread, so that no lock is held while a file is written */
    Histories(Executor writer) {
        this.writer = writer;
    }

    /**
     * Adds an update to the history of its job. Builds of the configurations of a matrix project count as its own.
     *
     * @param run the build
     * @param result what came of the update
     */
    public static void add(Run<?, ?> run, DnsUpdateResult result) {
        Job<?, ?> job = run.getParent().getParent() instanceof Job<?, ?> whole ? whole : run.getParent();
        PastUpdate.of(run, result)
                .ifPresent(update -> LookQueue.get()
                        .histories()
                        .change(job, history -> history.with(update))
                        .join());
    }

    /**
     * @return the history of a job
     * @throws IOException if the file is there and cannot be read
     */
    History of(Job<?, ?> job) throws IOException {
        if (!known.containsKey(job)) {
            Optional<History> kept = read(job);
            History first = kept.isPresent() ? kept.get() : ofBuilds(job);
            if (known.putIfAbsent(job, first) == null && kept.isEmpty()) {
                change(job, same -> same);
            }
        }
        return known.get(job);
    }

    private static Optional<History> read(Job<?, ?> job) throws IOException {
        JobFile file = JobFile.of(job, NAME);
        try {
            return file.lines().map(History::parse);
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    Level.WARNING,
                    "{0} is damaged, because {1}. It is written anew from the builds of the job.",
                    new Object[] {file.path(), e.getMessage()});
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("What this job updated last cannot be read from " + file.path() + ": " + e, e);
        }
    }

    private static History ofBuilds(Job<?, ?> job) {
        Deque<Run<?, ?>> builds = new ArrayDeque<>();
        for (Run<?, ?> run = job.getLastBuild();
                run != null && builds.size() < FARTHEST;
                run = run.getPreviousBuild()) {
            builds.addFirst(run);
        }
        History history = History.NONE;
        for (Run<?, ?> run : builds) {
            DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
            for (DnsUpdateResult result : action == null ? List.<DnsUpdateResult>of() : action.getUpdates()) {
                history = PastUpdate.of(run, result).map(history::with).orElse(history);
            }
        }
        return history;
    }

    /**
     * Changes the history of a job. If it cannot be written, the log of Jenkins says so, and it holds until Jenkins ends.
     *
     * @return when that is done; it never fails
     */
    CompletableFuture<Void> change(Job<?, ?> job, UnaryOperator<History> change) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        History changed = change.apply(of(job));
                        known.put(job, changed);
                        JobFile.of(job, NAME).replace(changed.lines());
                    } catch (IOException e) {
                        LOGGER.log(Level.WARNING, "What the trigger knows of {0} could not be kept: {1}", new Object[] {
                            job.getFullName(), e.toString()
                        });
                    }
                },
                writer);
    }
}
