package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.AdjustableClock;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/** The machine that the engine runs on: its clock, its disk, and an engine that can be started anew. */
final class Machine {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(2);

    final AdjustableClock clock = new AdjustableClock();
    private final Path folder;
    private final LedgerPlace place;
    private final Random chance;
    private final Pause pause;
    private final NameServers nameServers;
    private final OkHttpClient client = new OkHttpClient();
    private AccountTurns turns;
    private Ledger ledger;
    private Disk disk = Disk.WORKS;
    private Path broken;

    /**
     * @param folder where the ledger is kept
     * @param chance decides
     * @param pause lets time pass
     * @param nameServers tell what is served for hosts
     */
    Machine(Path folder, Random chance, Pause pause, NameServers nameServers) {
        this.folder = folder;
        this.place = chance.nextBoolean()
                ? LedgerPlace.folder(folder.resolve("ledger"))
                : LedgerPlace.file(folder.resolve("ledger").resolve("all.properties"));
        this.chance = chance;
        this.pause = pause;
        this.nameServers = nameServers;
        restart();
    }

    /** All that is not on the disk is lost. */
    void restart() {
        turns = new AccountTurns();
        ledger = fromDisk();
    }

    /** An orderly end of the program. */
    void saveAll() throws IOException {
        ledger.saveAll();
    }

    Disk disk() {
        return disk;
    }

    /** Puts a folder in the place of the file of an account: nobody, not even root, reads or replaces that. */
    void breakDisk(Customer customer) throws IOException {
        broken = file(customer);
        Files.createDirectories(broken.getParent());
        if (Files.exists(broken)) {
            Files.move(broken, kept());
        }
        Files.createFile(Files.createDirectory(broken).resolve("in the way"));
        disk = Disk.UNWRITABLE;
    }

    /** Breaks the disk, and starts a program that cannot read its ledger. */
    void restartWithBrokenDisk(Customer customer) throws IOException {
        breakDisk(customer);
        restart();
        disk = Disk.UNREADABLE;
    }

    void repairDisk() throws IOException {
        Files.delete(broken.resolve("in the way"));
        Files.delete(broken);
        if (Files.exists(kept())) {
            Files.move(kept(), broken);
        }
        disk = Disk.WORKS;
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    /** What is left behind by a program that ended while it saved the ledger. */
    void leaveHalfAFile(Customer customer) throws IOException {
        Path file = file(customer);
        Files.createDirectories(file.getParent());
        Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "format=1\nent");
    }

    private Path file(Customer customer) {
        return place.fileOf(customer.key).orElseThrow();
    }

    AccountState ledgerOf(Customer customer) throws IOException {
        return ledger.state(customer.key);
    }

    AccountState savedLedgerOf(Customer customer) throws IOException {
        return fromDisk().state(customer.key);
    }

    /** What the management page does. */
    void resume(Customer customer) throws IOException {
        ledger.change(customer.key, AccountState::resumed);
    }

    List<HostResult> update(Customer customer, Order order, Weather weather, Consumer<String> log)
            throws InterruptedException {
        Endpoint target = customer.endpoint;
        Method method = chance.nextBoolean() ? Method.GET : Method.POST;
        Duration deadline = weather == Weather.SILENT ? SHORT_DEADLINE : DEADLINE;
        UpdateClient updates =
                new UpdateClient(weather == Weather.DOWN ? down() : client, target, method, DEADLINE, "soak/1 (soak)");
        Updater updater = new Updater(
                new Sender(updates, target, method, deadline, clock, pause),
                ledger,
                UnaryOperator.identity(),
                new Guard(Duration.ofDays(25), Pace.Limit.DEFAULT, Accounts.HASHES),
                new Recorder(new HoldTimes(chance::nextDouble), Accounts.HASHES),
                turns,
                clock,
                pause,
                nameServers);
        UpdateOrder wanted = new UpdateOrder(
                new Account(customer.username, order.password()),
                RequestedHosts.parse(order.hosts()),
                FailOn.DEFAULT,
                order.force(),
                order.verify());
        return updater.update(wanted, AddressFinder.given(order.address()), log).hosts();
    }

    private Ledger fromDisk() {
        return new Ledger(place, () -> "soak", clock);
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

    /** How the disk fares. */
    enum Disk {
        WORKS,
        UNWRITABLE,
        UNREADABLE
    }

    /** How the server fares. */
    enum Weather {
        FAIR,
        ABORTED,
        SILENT,
        DOWN
    }
}
