package io.jenkins.plugins.securityspacedns.agent;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.AgentDetection;
import io.jenkins.plugins.securityspacedns.address.Detection;
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

/** Lets all who ask for the address of the same agent within a minute share one detection. */
@Extension
public final class SharedDetections {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Key, Started> running = new HashMap<>();

    /** Shares detections of this Jenkins. */
    public SharedDetections() {
        this(Clock.systemUTC());
    }

    SharedDetections(Clock clock) {
        this.clock = clock;
    }

    static SharedDetections get() {
        return ExtensionList.lookupSingleton(SharedDetections.class);
    }

    /** A connection, not a name: an agent that came back may have come back from elsewhere. */
    private record Key(VirtualChannel channel, List<String> sources, int agreement, boolean ipv6) {}

    private record Started(Future<DetectionResult> result, Instant at) {}

    /**
     * @return the detection, under way or over
     * @throws IOException where the agent cannot be asked
     */
    synchronized Future<DetectionResult> start(VirtualChannel channel, Detection detection) throws IOException {
        Instant now = clock.instant();
        running.values().removeIf(started -> isStale(started, now));
        Key key = new Key(channel, detection.sources(), detection.agreement(), detection.isIpv6());
        Started known = running.get(key);
        if (known != null) {
            return known.result();
        }
        Future<DetectionResult> result = channel.callAsync(new AgentDetection(detection));
        running.put(key, new Started(result, now));
        return result;
    }

    /** A failure is shared with those who wait for it, but not with those who come later. */
    private static boolean isStale(Started started, Instant now) {
        return !now.isBefore(started.at().plus(FRESH)) || started.result().isDone() && !succeeded(started.result());
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
