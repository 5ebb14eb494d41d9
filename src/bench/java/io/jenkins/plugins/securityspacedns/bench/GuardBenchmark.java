package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Backoff;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerText;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The ledger and its guard, for 1,000 hosts of one account. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class GuardBenchmark {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final IpAddress address = IpAddress.parse("198.51.100.7");
    private final Guard guard = new Guard(Duration.ofDays(25));
    private final Recorder recorder = new Recorder(new Backoff(() -> 0.5));
    private List<HostName> hosts;
    private List<HostAnswer> answers;
    private Attempt attempt;
    private AccountState state;
    private String text;

    /** Has every host confirmed. */
    @Setup
    public void confirm() {
        hosts = new Task(1_000, Duration.ZERO)
                .names().stream().map(HostName::parse).toList();
        answers = hosts.stream()
                .map(host -> new HostAnswer(host, Outcome.UPDATED, ""))
                .toList();
        attempt = new Attempt(hosts, address, "secret", false);
        state = AccountState.UNKNOWN;
        state = record();
        text = write();
    }

    /** {@return whether each host may be sent} */
    @Benchmark
    public List<Decision> decide() {
        return hosts.stream()
                .map(host -> guard.decide(state, Optional.empty(), attempt, host, NOW))
                .toList();
    }

    /** {@return the ledger after an answer} */
    @Benchmark
    public AccountState record() {
        return recorder.record(state, attempt, answers, Optional.empty(), NOW);
    }

    /** {@return the ledger as text} */
    @Benchmark
    public String write() {
        return LedgerText.format(Map.of("user", state));
    }

    /**
     * {@return the ledger from its text}
     *
     * @throws IOException where it is not one
     */
    @Benchmark
    public Map<String, AccountState> read() throws IOException {
        return LedgerText.parse(text);
    }
}
