package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
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
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** The engine as the plugin and the command line put it together, with a clock that tests move. */
public final class Engine {

    /** The account that {@link #order} names. */
    public static final String USERNAME = "alice";

    /** Its password. */
    public static final String PASSWORD = "correct horse";

    /** More than any test sends that is not about the pace. */
    private static final Pace.Limit FAST = new Pace.Limit(1000, 3600);

    private static final Recorder RECORDER = new Recorder(new HoldTimes(() -> 0), Accounts.HASHES);

    public final AdjustableClock clock = new AdjustableClock();
    public final Ledger ledger;
    public final List<String> log = Collections.synchronizedList(new ArrayList<>());
    public final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final OkHttpClient client;
    private Endpoint endpoint;
    private Method method = Method.GET;
    private Duration deadline = Duration.ofSeconds(20);
    private Pace.Limit limit = FAST;
    private NameServers nameServers = NameServers.of("");
    private volatile Pause meanwhile = pause -> {};
    private final AccountTurns turns = new AccountTurns();

    /** An engine that talks to a simulator over HTTPS, whose authority it trusts. */
    public Engine(Simulator simulator) {
        this(simulator, LedgerPlace.MEMORY);
    }

    public Engine(Simulator simulator, LedgerPlace place) {
        this.ledger = new Ledger(place, () -> endpoint.service(), clock);
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

    public Engine at(Pace.Limit other) {
        limit = other;
        return this;
    }

    /** Has the name servers asked that a resolver knows. */
    public Engine asking(NameServers other) {
        nameServers = other;
        return this;
    }

    /** Lets something happen in every pause, which takes no time by itself. */
    public Engine whilePausing(Pause other) {
        meanwhile = other;
        return this;
    }

    private void pause(Duration pause) throws InterruptedException {
        pauses.add(pause);
        meanwhile.pause(pause);
    }

    /** The account of {@link #USERNAME} at the endpoint. */
    public AccountKey account() {
        return account(USERNAME);
    }

    public AccountKey account(String username) {
        return new AccountKey(endpoint.service(), username);
    }

    /** What is known of it. */
    public AccountState state() {
        try {
            return ledger.state(account());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UpdateOrder order(String... hosts) {
        return order(PASSWORD, hosts);
    }

    public static UpdateOrder order(String password, String[] hosts) {
        return orderOf(USERNAME, password, hosts);
    }

    public static UpdateOrder orderOf(String username, String password, String... hosts) {
        return new UpdateOrder(
                new Account(username, password), RequestedHosts.parse(List.of(hosts)), FailOn.DEFAULT, false, false);
    }

    public static UpdateOrder forced(UpdateOrder order) {
        return new UpdateOrder(order.account(), order.hosts(), order.failOn(), true, order.verify());
    }

    public static UpdateOrder verified(UpdateOrder order) {
        return new UpdateOrder(order.account(), order.hosts(), order.failOn(), order.force(), true);
    }

    public UpdateResult update(String address, String... hosts) throws InterruptedException {
        return update(address, order(hosts));
    }

    public UpdateResult update(String address, UpdateOrder order) throws InterruptedException {
        return updater().update(order, AddressFinder.given(address), log::add);
    }

    public Updater updater() {
        return new Updater(
                new Sender(client(), endpoint, method, deadline, clock, this::pause),
                ledger,
                UnaryOperator.identity(),
                guard(),
                RECORDER,
                turns,
                clock,
                this::pause,
                nameServers);
    }

    public ConnectionProbe probe() {
        return new ConnectionProbe(client(), ledger, guard(), RECORDER, turns, clock);
    }

    public Guard guard() {
        return new Guard(Duration.ofDays(25), limit, Accounts.HASHES);
    }

    private UpdateClient client() {
        return new UpdateClient(client, endpoint, method, Duration.ofSeconds(10), "securityspace-dns/test (test)");
    }
}
