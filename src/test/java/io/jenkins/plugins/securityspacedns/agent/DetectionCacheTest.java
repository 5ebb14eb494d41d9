package io.jenkins.plugins.securityspacedns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who shares a detection with whom, and how long it runs. */
class DetectionCacheTest {

    private static final DetectionPlan DETECTION =
            DetectionChecks.plan(List.of("203.0.113.7"), 1, Family.IPV4, Duration.ofSeconds(10), "test", null);

    private final List<Asked> asked = new ArrayList<>();
    private final VirtualChannel agent = (VirtualChannel) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {VirtualChannel.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("callAsync") && arguments[0] instanceof Callable) {
                    asked.add(new Asked());
                    return asked.get(asked.size() - 1);
                }
                return method.getName().equals("hashCode") ? 0 : proxy == arguments[0];
            });

    private final AdjustableClock clock = new AdjustableClock();
    private final DetectionCache detections = new DetectionCache(clock);

    /** A detection on the agent. */
    private static final class Asked extends CompletableFuture<DetectionResult> implements Future<DetectionResult> {}

    private DetectionCache.Part join() throws IOException {
        return detections.join(agent, DETECTION);
    }

    @Test
    void whatWasFoundIsSharedForAMinute() throws Exception {
        DetectionCache.Part first = join();
        asked.get(0).complete(new DetectionResult("93.184.216.34", List.of(), ""));
        first.close();
        clock.move(Duration.ofSeconds(59));
        join().close();
        assertThat(asked).hasSize(1);
        clock.move(Duration.ofSeconds(1));
        join().close();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatWasNotFoundIsLookedForAgain() throws Exception {
        join();
        asked.get(0).complete(new DetectionResult("", List.of(), "nobody answered"));
        join();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aDetectionGoesOnForThoseWhoStillWaitAndThenStops() throws Exception {
        DetectionCache.Part one = join();
        DetectionCache.Part other = join();
        one.close();
        assertThat(asked).singleElement().returns(false, Asked::isCancelled);
        other.close();
        assertThat(asked).singleElement().returns(true, Asked::isCancelled);
    }

    @Test
    void nobodySharesADetectionThatWasStopped() throws Exception {
        join().close();
        join();
        assertThat(asked).hasSize(2).last().returns(false, Asked::isCancelled);
    }
}
