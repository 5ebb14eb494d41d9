package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Backoff;
import io.jenkins.plugins.securityspacedns.ledger.FileLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountGate;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.HostResult;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.OkHttpClient;

/** The machine that the engine runs on: its clock, its disk, and an engine that can be started anew. */
final class Machine {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(2);

    final AdjustableClock clock = new AdjustableClock();
    private final Path file;
    private final Random chance;
    private final URI endpoint;
    private final URI unreachable;
    private OkHttpClient client;
    private AccountGate gate;
    private byte[] bytes = {};
    private Map<String, AccountState> accounts = Map.of();

    /**
     * @param file where the ledger is kept
     * @param chance decides
     * @param endpoint the simulator
     * @param unreachable an address of a server that is down
     */
    Machine(Path file, Random chance, URI endpoint, URI unreachable) {
        this.file = file;
        this.chance = chance;
        this.endpoint = endpoint;
        this.unreachable = unreachable;
        restart();
    }

    /** All that is not on the disk is lost. */
    void restart() {
        client = new OkHttpClient();
        gate = new AccountGate();
    }

    Path file() {
        return file;
    }

    /** What is on the disk. It is read again where it changed. */
    AccountState ledgerOf(String username) throws IOException {
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        if (!Arrays.equals(now, bytes)) {
            bytes = now;
            accounts = store().loadAll();
        }
        return accounts.getOrDefault(username, AccountState.UNKNOWN);
    }

    /** What the management page does. */
    void resume(String username) throws IOException {
        LedgerStore store = store();
        store.save(username, store.load(username).resumed());
    }

    List<HostResult> update(Customer customer, Order order, Weather weather) throws InterruptedException {
        Endpoint target = Endpoint.parse((weather == Weather.DOWN ? unreachable : endpoint).toString());
        Method method = chance.nextBoolean() ? Method.GET : Method.POST;
        Duration deadline = weather == Weather.SILENT ? SHORT_DEADLINE : DEADLINE;
        UpdateClient updates = new UpdateClient(client, target, method, DEADLINE, "soak/1 (soak)");
        Updater updater = new Updater(
                new Sender(updates, target, method, deadline, clock, clock::move),
                store(),
                new Guard(Duration.ofDays(25)),
                new Recorder(new Backoff(chance::nextDouble)),
                gate,
                clock);
        UpdateOrder wanted = new UpdateOrder(
                new Account(customer.username, order.password()),
                RequestedHosts.parse(order.hosts()),
                FailOn.DEFAULT,
                order.force());
        return updater.update(wanted, AddressFinder.given(order.address()), text -> {})
                .hosts();
    }

    private FileLedgerStore store() {
        return new FileLedgerStore(file, clock, text -> {
            throw new AssertionError("the ledger was lost: " + text);
        });
    }

    /** How the server fares. */
    enum Weather {
        FAIR,
        SILENT,
        DOWN
    }
}
