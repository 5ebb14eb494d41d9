package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Finds the public addresses of agents, for many jobs at a time. However many jobs wait for an agent, one thread does,
 * and what it brings, be it nothing, holds for all jobs of the same tick.
 */
final class AgentDetections {

    private static final Duration ONE_TICK = Duration.ofSeconds(30);

    private final Function<Computer, AddressFinder> finders;
    private final Executor executor;
    private final Clock clock;
    private final Map<Key, Started> started = new HashMap<>();

    /**
     * @param finders makes what asks an agent, or the controller where that is null
     * @param executor where agents are waited for
     * @param clock tells the time
     */
    AgentDetections(Function<Computer, AddressFinder> finders, Executor executor, Clock clock) {
        this.finders = finders;
        this.executor = executor;
        this.clock = clock;
    }

    /** A connection of an agent, and what it is asked. */
    private record Key(String agent, VirtualChannel channel, List<String> sources, int agreement, boolean ipv6) {

        static Key of(@CheckForNull Computer computer) {
            DetectionPlan detection = SecuritySpaceDnsConfiguration.get().detection();
            return new Key(
                    computer == null ? "" : computer.getName(),
                    computer == null ? null : computer.getChannel(),
                    detection.sources(),
                    detection.agreement(),
                    detection.isIpv6());
        }
    }

    private record Started(CompletableFuture<AddressFinder.Found> result, Instant at) {}

    /**
     * @param computer the agent, or null for the controller
     * @return what is found
     */
    synchronized CompletableFuture<AddressFinder.Found> find(@CheckForNull Computer computer) {
        Instant now = clock.instant();
        started.values().removeIf(known -> known.result().isDone() && isOld(known, now));
        return started.computeIfAbsent(Key.of(computer), key -> new Started(ask(computer), now))
                .result();
    }

    private static boolean isOld(Started known, Instant now) {
        return Duration.between(known.at(), now).abs().compareTo(ONE_TICK) >= 0;
    }

    private CompletableFuture<AddressFinder.Found> ask(@CheckForNull Computer computer) {
        AddressFinder finder = finders.apply(computer);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return finder.find();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CancellationException("interrupted while an agent was asked for its address");
                    }
                },
                executor);
    }
}
