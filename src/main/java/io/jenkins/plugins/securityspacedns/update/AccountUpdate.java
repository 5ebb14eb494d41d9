package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** What one build wants of an account, and what came of it. */
final class AccountUpdate {

    private final UpdateOrder order;
    private final AddressFinder.Found found;
    private final Consumer<String> log;
    private final WantedUpdate wanted;
    private final Set<HostName> open;
    private final Map<HostName, HostResult> results = new HashMap<>();
    private final CompletableFuture<Optional<UpdateResult>> end = new CompletableFuture<>();

    AccountUpdate(UpdateOrder order, AddressFinder.Found found, Set<HostName> differing, Consumer<String> log) {
        List<HostName> hosts = order.hosts().distinct();
        this.order = order;
        this.found = found;
        this.log = log;
        this.wanted = new WantedUpdate(WantedUpdate.digest(hosts), address(), order.force(), differing);
        this.open = new HashSet<>(hosts);
    }

    UpdateOrder order() {
        return order;
    }

    IpAddress address() {
        return found.address().orElseThrow();
    }

    WantedUpdate wanted() {
        return wanted;
    }

    Consumer<String> log() {
        return log;
    }

    AddressFinder.Found found() {
        return found;
    }

    /** Whether a request can do what both want. */
    boolean goesWith(AccountUpdate other) {
        return address().equals(other.address())
                && order.force() == other.order.force()
                && order.account().password().equals(other.order.account().password());
    }

    /** Whether a host of this update has no outcome yet. */
    boolean isOpen(HostName host) {
        return open.contains(host);
    }

    /** Gives a host its outcome, if it is one of this update that has none yet. The last one ends the update. */
    void answer(HostName host, Outcome outcome, Outcome cause, String message, Duration duration) {
        if (open.remove(host)) {
            Verdict verdict = outcome == Outcome.DEFERRED
                    ? order.failOn().verdictOfDeferred(cause)
                    : order.failOn().verdict(outcome);
            results.put(host, new HostResult(host.ascii(), outcome, cause, message, verdict, duration));
            if (open.isEmpty()) {
                end.complete(Optional.of(result()));
            }
        }
    }

    private UpdateResult result() {
        return new UpdateResult(
                found.address(),
                order.hosts().requested().stream()
                        .map(host -> results.get(host.name()).as(host.spelling()))
                        .toList());
    }

    /** Ends the update with nothing done: its address was found too long ago. */
    void endWithoutResult() {
        end.complete(Optional.empty());
    }

    /** Whether nothing more comes of it. */
    boolean isOver() {
        return end.isDone();
    }

    void fail(RuntimeException cause) {
        end.completeExceptionally(cause);
    }

    /** What came of it; empty if the address has to be found again. */
    Optional<UpdateResult> await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
