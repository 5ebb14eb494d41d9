package io.jenkins.plugins.securityspacedns.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What came in, and how much of it at the same time. */
final class RequestLog {

    private final List<ReceivedRequest> requests = new ArrayList<>();
    private int inFlight;
    private int maxInFlight;

    synchronized void begin(ReceivedRequest request) {
        requests.add(request);
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        notifyAll();
    }

    synchronized void end() {
        inFlight--;
    }

    synchronized List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized int maxInFlight() {
        return maxInFlight;
    }

    synchronized void clear() {
        requests.clear();
        maxInFlight = inFlight;
    }

    synchronized List<ReceivedRequest> await(int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (requests.size() < count) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("expected " + count + " requests, received " + requests.size());
                }
                // Rounded up, because wait(0) would wait without end.
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for requests", e);
        }
        return requests();
    }
}
