package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A build with one update, in a thread of its own. */
final class Build {

    /** Longer than any update takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final Order order;
    private final Thread thread;
    private final CompletableFuture<Void> waits = new CompletableFuture<>();
    private final CompletableFuture<Optional<List<HostResult>>> end = new CompletableFuture<>();

    /** The work of a build. */
    interface Update {
        List<HostResult> run(Consumer<String> log) throws InterruptedException;
    }

    Build(Order order, Update update) {
        this.order = order;
        this.thread = new Thread(() -> run(update), "build");
        thread.setDaemon(true); // one that never ends does not keep the soak from its end
        thread.start();
    }

    private void run(Update update) {
        try {
            end.complete(Optional.of(update.run(this::log)));
        } catch (InterruptedException aborted) {
            end.complete(Optional.empty());
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        }
    }

    private void log(String line) {
        if (line.startsWith("Another update of this account")) {
            waits.complete(null);
        }
    }

    /** Waits until the build is over, waits for others, or the server has its request. */
    void awaitStandstill(CompletableFuture<Void> arrived) {
        CompletableFuture.anyOf(end, waits, arrived).join();
    }

    /** Aborts the build and waits until it is over. */
    void abort() {
        thread.interrupt();
        end.join();
    }

    /** What came of it; empty if it was aborted. */
    Optional<List<HostResult>> results() {
        return end.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
