package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for an update can give up at any time. */
class InterruptionTest {

    @Test
    @Timeout(30)
    void anUpdateThatWaitsForAnAnswerEndsWhenItsThreadIsInterrupted() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.always(Fault.silence());
            Engine engine = new Engine(simulator).within(Duration.ofMinutes(10));
            Thread[] worker = new Thread[1];
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            worker[0] = new Thread(() -> {
                try {
                    engine.update("198.51.100.7", "a.example.com");
                    end.complete(null);
                } catch (InterruptedException | RuntimeException e) {
                    end.complete(e);
                }
            });
            worker[0].start();
            simulator.awaitRequests(1, Duration.ofSeconds(20));

            worker[0].interrupt();

            assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }
}
