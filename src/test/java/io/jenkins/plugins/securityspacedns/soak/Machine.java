package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.PaceLimit;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.HostResult;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/** The machine that the engine runs on: its clock, its disk, and an engine that can be started anew. */
final class Machine {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(2);

    final AdjustableClock clock = new AdjustableClock();
    private final Path file;
    private final Random chance;
    private final URI endpoint;
    private OkHttpClient client;
    private AccountTurns turns;
    private Ledger ledger;
    private byte[] bytes = {};
    private Map<AccountKey, AccountState> accounts = Map.of();

    /**
     * @param file where the ledger is kept
     * @param chance decides
     * @param endpoint the simulator
     */
    Machine(Path file, Random chance, URI endpoint) {
        this.file = file;
        this.chance = chance;
        this.endpoint = endpoint;
        restart();
    }

    /** All that is not on the disk is lost. */
    void restart() {
        client = new OkHttpClient();
        turns = new AccountTurns();
        ledger = fromDisk();
    }

    Path file() {
        return file;
    }

    /** What is on the disk. It is read again where it changed. */
    AccountState ledgerOf(String username) throws IOException {
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        if (!Arrays.equals(now, bytes)) {
            bytes = now;
            accounts = fromDisk().all();
        }
        return accounts.getOrDefault(account(username), AccountState.UNKNOWN);
    }

    /** What the management page does. */
    void resume(String username) throws IOException {
        ledger.change(account(username), AccountState::resumed);
    }

    List<HostResult> update(Customer customer, Order order, Weather weather) throws InterruptedException {
        Endpoint target = Endpoint.parse(endpoint.toString());
        Method method = chance.nextBoolean() ? Method.GET : Method.POST;
        Duration deadline = weather == Weather.SILENT ? SHORT_DEADLINE : DEADLINE;
        UpdateClient updates =
                new UpdateClient(weather == Weather.DOWN ? down() : client, target, method, DEADLINE, "soak/1 (soak)");
        Updater updater = new Updater(
                new Sender(updates, target, method, deadline, clock, clock::move),
                ledger,
                UnaryOperator.identity(),
                new Guard(Duration.ofDays(25), new PaceLimit(1000, 3600), Accounts.HASHES),
                new Recorder(new HoldTimes(chance::nextDouble), Accounts.HASHES),
                turns,
                clock,
                clock::move);
        UpdateOrder wanted = new UpdateOrder(
                new Account(customer.username, order.password()),
                RequestedHosts.parse(order.hosts()),
                FailOn.DEFAULT,
                order.force());
        return updater.update(wanted, AddressFinder.given(order.address()), text -> {})
                .hosts();
    }

    private Ledger fromDisk() {
        return new Ledger(LedgerPlace.file(file), () -> "soak", clock, text -> {
            throw new AssertionError("the ledger was lost: " + text);
        });
    }

    private AccountKey account(String username) {
        return new AccountKey(Endpoint.parse(endpoint.toString()).service(), username);
    }

    /** No connection is made to a server that is down. */
    private OkHttpClient down() {
        return client.newBuilder().socketFactory(new NoSockets()).build();
    }

    private static final class NoSockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    throw new ConnectException("Connection refused");
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            return createSocket();
        }
    }

    /** How the server fares. */
    enum Weather {
        FAIR,
        SILENT,
        DOWN
    }
}
