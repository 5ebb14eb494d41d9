package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securityspacedns.update.AddressFinder.Found;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Many jobs that want the address of few agents; the work is done when the test says so. */
@WithJenkins
class AgentDetectionsJenkinsTest {

    private final AdjustableClock clock = new AdjustableClock();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AgentDetections detections = new AgentDetections(
            computer -> () -> new Found(Optional.empty(), "answer " + asked.incrementAndGet()), work::add, clock);

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void aThousandJobsShareOneDetectionEvenOneThatFindsNothing(JenkinsRule jenkins) {
        List<CompletableFuture<Found>> waiting =
                Stream.generate(() -> detections.find(null)).limit(999).toList();
        assertThat(work).hasSize(1);
        work();
        assertThat(waiting).allMatch(found -> found.join().explanation().equals("answer 1"));

        assertThat(detections.find(null).join().explanation()).isEqualTo("answer 1");
        clock.move(Duration.ofMinutes(1));
        detections.find(null);
        work();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSlowDetectionIsNotBegunAgainBeforeItIsOver(JenkinsRule jenkins) {
        CompletableFuture<Found> slow = detections.find(null);
        clock.move(Duration.ofMinutes(2));

        assertThat(detections.find(null)).isSameAs(slow);
        assertThat(work).hasSize(1);
    }

    @Test
    void agentsAreAskedApart(JenkinsRule jenkins) throws Exception {
        DumbSlave one = jenkins.createOnlineSlave();
        DumbSlave two = jenkins.createOnlineSlave();
        List<Computer> computers = List.of(one.toComputer(), two.toComputer());

        computers.forEach(detections::find);

        assertThat(work).hasSize(2);
    }
}
