package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.Backoff;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.MemoryLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** The engine as the plugin and the command line put it together, with a clock that tests move. */
public final class Engine {

    /** The account that {@link #order} names. */
    public static final String USERNAME = "alice";

    /** Its password. */
    public static final String PASSWORD = "correct horse";

    private static final Guard GUARD = new Guard(Duration.ofDays(25));
    private static final Recorder RECORDER = new Recorder(new Backoff(() -> 0));

    public final AdjustableClock clock = new AdjustableClock();
    public final LedgerStore ledger;
    public final List<String> log = Collections.synchronizedList(new ArrayList<>());
    public final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final OkHttpClient client;
    private Endpoint endpoint;
    private Method method = Method.GET;
    private Duration deadline = Duration.ofSeconds(20);
    private final AccountGate gate = new AccountGate();

    /** An engine that talks to a simulator over HTTPS, whose authority it trusts. */
    public Engine(Simulator simulator) {
        this(simulator, new MemoryLedgerStore());
    }

    public Engine(Simulator simulator, LedgerStore ledger) {
        this.ledger = ledger;
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(simulator.certificateAuthority())
                .build();
        this.client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
        at(simulator.httpsEndpoint());
    }

    public Engine at(URI uri) {
        endpoint = Endpoint.parse(uri.toString());
        return this;
    }

    public Engine by(Method other) {
        method = other;
        return this;
    }

    public Engine within(Duration other) {
        deadline = other;
        return this;
    }

    public static UpdateOrder order(String... hosts) {
        return order(PASSWORD, hosts);
    }

    public static UpdateOrder order(String password, String[] hosts) {
        return orderOf(USERNAME, password, hosts);
    }

    public static UpdateOrder orderOf(String username, String password, String... hosts) {
        return new UpdateOrder(
                new Account(username, password), RequestedHosts.parse(List.of(hosts)), FailOn.DEFAULT, false);
    }

    public static UpdateOrder forced(UpdateOrder order) {
        return new UpdateOrder(order.account(), order.hosts(), order.failOn(), true);
    }

    public UpdateResult update(String address, String... hosts) throws InterruptedException {
        return update(address, order(hosts));
    }

    public UpdateResult update(String address, UpdateOrder order) throws InterruptedException {
        return updater().update(order, AddressFinder.given(address), log::add);
    }

    public Updater updater() {
        return new Updater(
                new Sender(client(), endpoint, method, deadline, clock, pauses::add),
                ledger,
                GUARD,
                RECORDER,
                gate,
                clock);
    }

    public ConnectionProbe probe() {
        return new ConnectionProbe(client(), ledger, GUARD, RECORDER, gate, clock);
    }

    private UpdateClient client() {
        return new UpdateClient(client, endpoint, method, Duration.ofSeconds(10), "securityspace-dns/test (test)");
    }
}
