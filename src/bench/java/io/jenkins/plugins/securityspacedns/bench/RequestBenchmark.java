package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From what a user writes to the text of the requests, for 1,000 hosts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class RequestBenchmark {

    private static final int MOST_BYTES = 7_900;

    private final IpAddress address = IpAddress.parse("198.51.100.7");
    private String written;
    private List<HostName> hosts;

    /** Writes the hosts down. */
    @Setup
    public void write() {
        written = String.join(",", new Task(1_000, Duration.ZERO).names());
        hosts = read();
    }

    /** {@return the hosts that were written} */
    @Benchmark
    public List<HostName> read() {
        return RequestedHosts.parse(List.of(written)).distinct();
    }

    /** {@return the parameters of the requests} */
    @Benchmark
    public List<String> build() {
        return UpdateRequest.split(hosts, address, MOST_BYTES).stream()
                .map(UpdateRequest::parameters)
                .toList();
    }
}
