package io.jenkins.plugins.securityspacedns.agent;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectOnAgent;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Lets all who ask for the address of the same agent within a minute share one detection. When nobody waits for it any more
 * it is stopped.
 */
@Extension
public final class DetectionCache {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Key, Shared> running = new HashMap<>();

    /** Shares detections of this Jenkins. */
    public DetectionCache() {
        this(Clock.systemUTC());
    }

    DetectionCache(Clock clock) {
        this.clock = clock;
    }

    static DetectionCache get() {
        return ExtensionList.lookupSingleton(DetectionCache.class);
    }

    /** A connection, not a name: an agent that came back may have come back from elsewhere. */
    private record Key(VirtualChannel channel, List<String> sources, int agreement, boolean ipv6) {}

    private static final class Shared {

        final Future<DetectionResult> result;
        final Instant at;
        int waiting;

        Shared(Future<DetectionResult> result, Instant at) {
            this.result = result;
            this.at = at;
        }
    }

    /** The part of one who waits for a detection; to be closed by whom has waited long enough. */
    final class Part implements AutoCloseable {

        private final Shared shared;

        private Part(Shared shared) {
            this.shared = shared;
        }

        Future<DetectionResult> result() {
            return shared.result;
        }

        @Override
        public void close() {
            leave(shared);
        }
    }

    /**
     * @return a part in the detection, which is under way or over
     * @throws IOException if the agent cannot be asked
     */
    synchronized Part join(VirtualChannel channel, DetectionPlan detection) throws IOException {
        Instant now = clock.instant();
        running.values().removeIf(shared -> isStale(shared, now));
        Key key = new Key(channel, detection.sources(), detection.agreement(), detection.isIpv6());
        Shared shared = running.get(key);
        if (shared == null) {
            shared = new Shared(channel.callAsync(new DetectOnAgent(detection)), now);
            running.put(key, shared);
        }
        shared.waiting++;
        return new Part(shared);
    }

    private synchronized void leave(Shared shared) {
        shared.waiting--;
        if (shared.waiting == 0 && !shared.result.isDone()) {
            running.values().remove(shared);
            shared.result.cancel(true);
        }
    }

    /** A failure is shared with those who wait for it, but not with those who come later. */
    private static boolean isStale(Shared shared, Instant now) {
        return !now.isBefore(shared.at.plus(FRESH)) || shared.result.isDone() && !succeeded(shared.result);
    }

    private static boolean succeeded(Future<DetectionResult> result) {
        try {
            return !result.get().address().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | RuntimeException e) {
            return false;
        }
    }
}
