package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final PasswordHashes HASHES = new SlowPasswordHashes();
    private static final AccountKey ACCOUNT = new AccountKey("bench", Task.USERNAME);

    private final IpAddress address = IpAddress.parse(Task.ADDRESS);
    private final Guard guard = new Guard(Duration.ofDays(25), Pace.Limit.DEFAULT, HASHES);
    private final Recorder recorder = new Recorder(new HoldTimes(() -> 0.5), HASHES);
    private List<HostName> hosts;
    private WantedUpdate wanted;
    private Recorder.SentRequest sent;
    private AccountState state;
    private LedgerPlace place;
    private Ledger ledger;

    /**
     * Has every host confirmed.
     *
     * @throws IOException if the ledger cannot be written
     */
    @Setup
    public void confirm() throws IOException {
        hosts = new Task(1_000, Duration.ZERO)
                .names().stream().map(HostName::parse).toList();
        wanted = new WantedUpdate(WantedUpdate.digest(hosts), address, false);
        List<HostAnswer> answers = hosts.stream()
                .map(host -> new HostAnswer(host, Outcome.UPDATED, "", false))
                .toList();
        sent = new Recorder.SentRequest(
                address,
                Task.PASSWORD,
                hosts.stream()
                        .collect(Collectors.toMap(
                                host -> host, host -> new Recorder.Cause(SendReason.NEVER_CONFIRMED, wanted.hosts()))),
                new ParsedResponse(answers, Optional.empty()),
                Optional.empty(),
                NOW);
        state = AccountState.UNKNOWN;
        state = record();
        Path folder = Files.createTempDirectory("bench");
        place = LedgerPlace.folder(folder);
        ledger = ledger();
        write();
    }

    private Ledger ledger() {
        return new Ledger(place, ACCOUNT::service, Clock.systemUTC());
    }

    /** {@return whether each host may be sent} */
    @Benchmark
    public List<Decision> decide() {
        return hosts.stream()
                .map(host -> guard.decide(state, Optional.empty(), wanted, host, NOW))
                .toList();
    }

    /** {@return the ledger after an answer} */
    @Benchmark
    public AccountState record() {
        return recorder.record(state, sent);
    }

    /**
     * Brings the ledger to the disk.
     *
     * @return whether anything changed, which is so every time
     * @throws IOException if it cannot be written
     */
    @Benchmark
    public boolean write() throws IOException {
        return ledger.change(ACCOUNT, known -> known.equals(state) ? state.without(hosts.get(0)) : state);
    }

    /**
     * {@return the ledger from the disk}
     *
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public Map<AccountKey, AccountState> read() throws IOException {
        return ledger().all();
    }
}
