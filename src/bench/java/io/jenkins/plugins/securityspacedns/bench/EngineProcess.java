package io.jenkins.plugins.securityspacedns.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A JVM with the engine in it that does what standard input says, a line each, and answers with numbers. */
public final class EngineProcess {

    private static final String USER_AGENT = "securityspace-dns/bench (bench)";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** What 10,000 hosts take is more than the pace of an account allows at once. */
    private static final Pace.Limit FAST = new Pace.Limit(1000, 3600);

    private static final PasswordHashes HASHES = new SlowPasswordHashes();

    private final OkHttpClient client = new OkHttpClient();
    private final AccountTurns turns = new AccountTurns();
    private final Map<Path, Ledger> ledgers = new HashMap<>();

    private EngineProcess() {}

    /**
     * Runs until standard input ends.
     *
     * @param args none
     * @throws IOException where a file cannot be read
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        EngineProcess engine = new EngineProcess();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = Arrays.asList(line.split(" "));
            List<String> rest = words.subList(1, words.size());
            System.out.println(
                    switch (words.get(0)) {
                        case "update" -> engine.update(rest.get(0), Path.of(rest.get(1)), Path.of(rest.get(2)));
                        case "detect" -> detect(Integer.parseInt(rest.get(0)), rest.subList(1, rest.size()));
                        case "allocated" -> engine.allocated(rest.get(0), Path.of(rest.get(1)), Path.of(rest.get(2)));
                        default -> throw new IllegalArgumentException(line);
                    });
        }
    }

    /** Nanoseconds of wall time and of processor time, and the bytes that all threads allocated. */
    private String update(String endpoint, Path ledger, Path hosts) throws IOException, InterruptedException {
        UpdateOrder order = order(hosts);
        Updater updater = updater(endpoint, ledger);
        System.gc();
        Map<Long, Long> before = allocated();
        long cpu = cpu();
        long begin = System.nanoTime();
        updater.update(order, AddressFinder.given(Task.ADDRESS), text -> {});
        long nanos = System.nanoTime() - begin;
        return nanos + " " + (cpu() - cpu) + " " + since(before);
    }

    /** The outcome, the bytes that all threads allocated, and the bytes by which the heap grew once garbage is gone. */
    private String allocated(String endpoint, Path ledger, Path hosts) throws IOException, InterruptedException {
        UpdateOrder order = order(hosts);
        Updater updater = updater(endpoint, ledger);
        System.gc();
        long live = used();
        Map<Long, Long> before = allocated();
        UpdateResult result = updater.update(order, AddressFinder.given(Task.ADDRESS), text -> {});
        long bytes = since(before);
        System.gc();
        return result.hosts().get(0).outcome() + " " + bytes + " " + (used() - live);
    }

    /** Nanoseconds, and the address found. */
    private static String detect(int agreement, List<String> sources) throws InterruptedException {
        DetectionPlan detection =
                DetectionChecks.plan(sources, agreement, Family.IPV4, Duration.ofSeconds(10), USER_AGENT, null);
        long begin = System.nanoTime();
        String address = detection.run().verified(detection).address();
        return System.nanoTime() - begin + " " + address;
    }

    private static UpdateOrder order(Path hosts) throws IOException {
        return new UpdateOrder(
                new Account(Task.USERNAME, Task.PASSWORD),
                RequestedHosts.parse(List.of(Files.readString(hosts))),
                FailOn.DEFAULT,
                false,
                false);
    }

    private Updater updater(String url, Path ledger) {
        Clock clock = Clock.systemUTC();
        Endpoint endpoint = Endpoint.parse(url);
        UpdateClient updates = new UpdateClient(client, endpoint, Method.GET, DEADLINE, USER_AGENT);
        return new Updater(
                new Sender(updates, endpoint, Method.GET, DEADLINE, clock, Pause.REAL),
                ledgers.computeIfAbsent(
                        ledger, folder -> new Ledger(LedgerPlace.folder(folder), endpoint::service, clock)),
                UnaryOperator.identity(),
                new Guard(Duration.ofDays(25), FAST, HASHES),
                new Recorder(new HoldTimes(() -> ThreadLocalRandom.current().nextDouble()), HASHES),
                turns,
                clock,
                Pause.REAL,
                NameServers.of(""));
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long used() {
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** What every thread has allocated so far. */
    private static Map<Long, Long> allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Map<Long, Long> bytes = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            bytes.put(id, threads.getThreadAllocatedBytes(id));
        }
        return bytes;
    }

    private static long since(Map<Long, Long> before) {
        return allocated().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
