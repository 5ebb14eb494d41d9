package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.simulator.Answer;
import io.jenkins.plugins.securityspacedns.simulator.Exchange;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator that all contestants talk to, and what it saw of a lap. */
final class Track implements AutoCloseable {

    final Simulator simulator = Simulator.start();
    private final AtomicLong received = new AtomicLong();

    Track() {
        simulator.updateLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));
    }

    URI endpoint() {
        return simulator.httpEndpoint();
    }

    /** A server that knows the hosts of a task, and no address of them yet. */
    void prepare(Task task) {
        simulator.addAccount(Task.USERNAME, Task.PASSWORD, task.names().toArray(String[]::new));
        simulator.always(exchange -> answer(exchange, task.delay()));
        startLap();
    }

    void startLap() {
        simulator.clearRequests();
        received.set(0);
    }

    private void answer(Exchange exchange, Duration delay) throws IOException {
        Answer answer = exchange.realAnswer();
        received.addAndGet(answer.body().length);
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        exchange.send(answer);
    }

    Traffic traffic(Task task) {
        List<ReceivedRequest> requests = simulator.requests();
        long done = task.names().stream()
                .filter(host ->
                        simulator.address(host).filter(Task.ADDRESS::equals).isPresent())
                .count();
        int longest =
                requests.stream().mapToInt(r -> r.requestLine().length()).max().orElse(0);
        return new Traffic(
                requests.size(), requests.stream().mapToLong(Track::size).sum(), received.get(), longest, (int) done);
    }

    /** Every line of a request ends in two bytes, and so does its head. */
    private static long size(ReceivedRequest request) {
        long headers =
                request.headers().stream().mapToLong(line -> line.length() + 2).sum();
        return request.requestLine().length() + 2 + headers + 2 + request.body().length();
    }

    /**
     * What went over the network in a lap.
     *
     * @param requests how many requests
     * @param sent bytes of the requests
     * @param received bytes of the bodies of the answers
     * @param longestLine bytes of the longest request line
     * @param done how many hosts have the address now
     */
    record Traffic(int requests, long sent, long received, int longestLine, int done) {}

    @Override
    public void close() {
        simulator.close();
    }
}
