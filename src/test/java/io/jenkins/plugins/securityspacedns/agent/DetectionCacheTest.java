package io.jenkins.plugins.securityspacedns.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shares a detection with whom, how long it runs, and what an agent that hangs holds up. */
@Timeout(60)
class DetectionCacheTest {

    private static final String SOURCE = "https://one.example/";
    private static final String HERE = "93.184.216.34";
    private static final DetectionPlan PLAN = plan(Duration.ofSeconds(10));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AdjustableClock clock = new AdjustableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final DetectionCache cache = new DetectionCache(threads, Duration.ofMinutes(5), clock, nanos::get);
    private final Agent office = new Agent();

    /** An agent that is asked and answers when the test says so. */
    private static final class Agent {

        final BlockingQueue<CompletableFuture<DetectionResult>> asked = new LinkedBlockingQueue<>();
        final AtomicInteger times = new AtomicInteger();
        final CountDownLatch interrupted = new CountDownLatch(1);
        final VirtualChannel channel = (VirtualChannel) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {VirtualChannel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "call" -> call();
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> proxy == arguments[0];
                });

        private DetectionResult call() throws Throwable {
            CompletableFuture<DetectionResult> answer = new CompletableFuture<>();
            times.incrementAndGet();
            asked.add(answer);
            try {
                return answer.get();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }

        void answers(String address) throws InterruptedException {
            asked.take()
                    .complete(new DetectionResult("", List.of(new SourceAnswer(SOURCE, address, "", 1, false)), ""));
        }
    }

    private static DetectionPlan plan(Duration deadline) {
        return DetectionChecks.plan(List.of(SOURCE), 1, Family.IPV4, deadline, "test", null);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private CompletableFuture<DetectionCache.Detection> detect() {
        return cache.detect(office.channel, PLAN);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.move(time);
    }

    @Test
    void whatWasFoundIsSharedForAMinuteAndSaysItsAge() throws Exception {
        CompletableFuture<DetectionCache.Detection> first = detect();
        office.answers(HERE);
        assertThat(first.get().found().address()).hasValue(IpAddress.parse(HERE));
        assertThat(first.get().age()).isZero();
        assertThat(first.get().found().at()).hasValue(clock.instant());

        pass(Duration.ofSeconds(59));
        DetectionCache.Detection shared = detect().get();
        assertThat(shared.age()).isEqualTo(Duration.ofSeconds(59));
        assertThat(shared.found()).isEqualTo(first.get().found());
        assertThat(office.times).hasValue(1);

        pass(Duration.ofSeconds(1));
        CompletableFuture<DetectionCache.Detection> next = detect();
        office.answers("8.8.4.4");
        assertThat(next.get().found().address()).hasValue(IpAddress.parse("8.8.4.4"));
    }

    @Test
    void aThousandCallersShareOneDetection() throws Exception {
        List<CompletableFuture<DetectionCache.Detection>> callers =
                Stream.generate(this::detect).limit(1000).toList();
        office.answers(HERE);
        for (CompletableFuture<DetectionCache.Detection> caller : callers) {
            assertThat(caller.get().found().address()).hasValue(IpAddress.parse(HERE));
        }
        assertThat(office.times).hasValue(1);
    }

    @Test
    void aFailureIsSharedForHalfAMinute() throws Exception {
        CompletableFuture<DetectionCache.Detection> nothing = detect();
        office.answers("10.0.0.1");
        assertThat(nothing.get().found().address()).isEmpty();
        pass(Duration.ofSeconds(29));
        assertThat(detect().get().found().address()).isEmpty();
        assertThat(office.times).hasValue(1);

        pass(Duration.ofSeconds(1));
        CompletableFuture<DetectionCache.Detection> lost = detect();
        office.asked.take().completeExceptionally(new IOException("connection lost"));
        assertThatThrownBy(lost::get).hasRootCauseMessage("connection lost");
        assertThatThrownBy(detect()::get).hasRootCauseMessage("connection lost");

        pass(Duration.ofSeconds(30));
        CompletableFuture<DetectionCache.Detection> good = detect();
        office.answers(HERE);
        assertThat(good.get().found().address()).hasValue(IpAddress.parse(HERE));
    }

    @Test
    void whatAnAgentSaysIsVerified() throws Exception {
        CompletableFuture<DetectionCache.Detection> detection = detect();
        office.asked.take().complete(new DetectionResult("6.6.6.6", List.of(), ""));
        assertThat(detection.get().found().address()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNothingFresh() throws Exception {
        detect();
        office.answers(HERE);
        detect().get();
        pass(Duration.ofMinutes(2));
        clock.move(Duration.ofHours(-5));
        CompletableFuture<DetectionCache.Detection> next = detect();
        office.answers("8.8.4.4");
        assertThat(next.get().found().address()).hasValue(IpAddress.parse("8.8.4.4"));
    }

    @Test
    void agentsAndPlansAreAskedApart() throws Exception {
        Agent home = new Agent();
        detect();
        cache.detect(office.channel, plan(Duration.ofSeconds(11)));
        cache.detect(home.channel, PLAN);
        office.answers(HERE);
        office.answers(HERE);
        home.answers(HERE);
        assertThat(office.times).hasValue(2);
        assertThat(home.times).hasValue(1);
    }

    @Test
    void aDetectionGoesOnForThoseWhoStillWaitAndThenStops() throws Exception {
        CompletableFuture<DetectionCache.Detection> one = detect();
        CompletableFuture<DetectionCache.Detection> other = detect();
        CompletableFuture<DetectionResult> asked = office.asked.take();
        one.cancel(false);
        assertThat(office.interrupted.getCount()).isEqualTo(1);
        other.cancel(false);
        office.interrupted.await();

        CompletableFuture<DetectionCache.Detection> later = detect();
        asked.complete(null); // too late
        office.answers(HERE);
        assertThat(later.get().found().address()).hasValue(IpAddress.parse(HERE));
        assertThat(office.times).hasValue(2);
    }

    @Test
    void aDetectionThatOneCallerLeftServesTheOther() throws Exception {
        CompletableFuture<DetectionCache.Detection> impatient = detect();
        CompletableFuture<DetectionCache.Detection> patient = detect();
        impatient.cancel(false);
        office.answers(HERE);
        assertThat(patient.get().found().address()).hasValue(IpAddress.parse(HERE));
    }

    /** An agent whose connection hangs so that not even an interrupt helps. */
    private static final class HungAgent {

        final AtomicInteger times = new AtomicInteger();
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch dead = new CountDownLatch(1);
        final VirtualChannel channel = (VirtualChannel) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {VirtualChannel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "call" -> hang();
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> proxy == arguments[0];
                });

        private Object hang() throws IOException {
            times.incrementAndGet();
            asked.countDown();
            while (dead.getCount() > 0) {
                try {
                    dead.await();
                } catch (InterruptedException e) {
                    // a write to a socket is not interrupted either
                }
            }
            throw new IOException("closed");
        }
    }

    @Test
    void anAgentThatHangsHoldsUpNobodyElseAndItsCallersForABoundedTime() throws Exception {
        DetectionCache impatient = new DetectionCache(threads, Duration.ofMillis(50), clock, nanos::get);
        HungAgent hung = new HungAgent();
        CompletableFuture<DetectionCache.Detection> waiting = impatient.detect(hung.channel, PLAN);
        hung.asked.await();

        CompletableFuture<DetectionCache.Detection> other = impatient.detect(office.channel, PLAN);
        office.answers(HERE);
        assertThat(other.get().found().address()).hasValue(IpAddress.parse(HERE));
        assertThat(waiting).isNotDone();
        waiting.cancel(false);

        CompletableFuture<DetectionCache.Detection> bounded =
                impatient.detect(hung.channel, plan(Duration.ofMillis(1)));
        assertThatThrownBy(() -> bounded.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
        hung.dead.countDown();
    }

    @Test
    void anAgentThatHangsCostsOneThreadHoweverOftenItIsAsked() throws Exception {
        HungAgent hung = new HungAgent();
        CompletableFuture<DetectionCache.Detection> first = cache.detect(hung.channel, PLAN);
        hung.asked.await();
        first.cancel(false);
        for (int look = 0; look < 20; look++) {
            cache.detect(hung.channel, PLAN).cancel(false);
            pass(Duration.ofMinutes(1));
        }
        CompletableFuture<DetectionCache.Detection> last = cache.detect(hung.channel, PLAN);
        assertThat(hung.times).hasValue(1);

        hung.dead.countDown();
        assertThatThrownBy(last::get).hasRootCauseMessage("closed");
        assertThat(hung.times).hasValue(2);
    }

    @Test
    void withoutAThreadThereIsAFailureAndNoEndlessWait() {
        threads.shutdown();
        assertThatThrownBy(() -> detect().get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }
}
