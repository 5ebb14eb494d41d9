package io.jenkins.plugins.securityspacedns.simulator;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A SecuritySpace server on loopback, in HTTP and HTTPS. Faults apply to update requests on both ports; address echoes have
 * faults of their own. All methods may be called from any thread while requests run.
 */
public final class Simulator implements AutoCloseable {

    /** What an address echo answers unless told otherwise: a globally routable address. */
    public static final String PUBLIC_ADDRESS = "93.184.216.34";

    private final Site site = new Site();
    private final SocketServer http;
    private final SocketServer https;
    private final BadTlsServers badTls;
    private final Map<String, SocketServer> echoes = new ConcurrentHashMap<>();
    private final Clock clock;

    private Simulator(Clock clock, int httpPort, int httpsPort) {
        this.clock = clock;
        http = new SocketServer(httpPort, new HttpService(site, clock, null));
        https = new SocketServer(httpsPort, new HttpService(site, clock, Certificates.SOUND));
        badTls = new BadTlsServers(site, clock);
    }

    /** {@return a running simulator on free ports} */
    public static Simulator start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts a simulator on free ports.
     *
     * @param clock tells the time for the log and for automatic blocking
     * @return the running simulator
     */
    public static Simulator start(Clock clock) {
        return start(clock, 0, 0);
    }

    static Simulator start(Clock clock, int httpPort, int httpsPort) {
        return new Simulator(clock, httpPort, httpsPort);
    }

    /** {@return the update endpoint in plain HTTP} */
    public URI httpEndpoint() {
        return uri("http://127.0.0.1:", http.port(), DynamicDns.PATH);
    }

    /** {@return the update endpoint in HTTPS; its certificate is for localhost and 127.0.0.1} */
    public URI httpsEndpoint() {
        return uri("https://localhost:", https.port(), DynamicDns.PATH);
    }

    /** An update endpoint with broken TLS; its server starts when first asked for. */
    public URI badTlsEndpoint(BadTls kind) {
        return uri("https://localhost:", badTls.port(kind), DynamicDns.PATH);
    }

    /** {@return the authority that signs the server's certificate} */
    public X509Certificate certificateAuthority() {
        return Certificates.AUTHORITY.certificate();
    }

    String certificateAuthorityPem() {
        return Certificates.AUTHORITY.certificatePem();
    }

    /** An address echo in plain HTTP, on a port of its own: as a source it is independent of others. */
    public URI echoUri(String name) {
        SocketServer server =
                echoes.computeIfAbsent(name, missing -> new SocketServer(0, new HttpService(site, clock, null)));
        return uri("http://127.0.0.1:", server.port(), EchoService.PATH + name);
    }

    /** The same address echo in HTTPS. */
    public URI httpsEchoUri(String name) {
        return uri("https://localhost:", https.port(), EchoService.PATH + name);
    }

    /** Sets what an address echo answers, to the byte. */
    public void echo(String name, String body) {
        site.echo.set(name, body);
    }

    /** Sets what all address echoes answer. */
    public void echoAll(String body) {
        site.echo.setAll(body);
    }

    /**
     * Sets the fault of an address echo.
     *
     * @param name the echo's name
     * @param fault how it answers from now on; {@link Fault#none()} heals it
     */
    public void echoFault(String name, Fault fault) {
        site.echo.fault(name, fault);
    }

    /**
     * Adds an account, in place of one with the same user name.
     *
     * @param user the user name
     * @param password the password
     * @param hosts the host names that it may update
     * @return the account
     */
    public Account addAccount(String user, String password, String... hosts) {
        Account account = new Account(user, password, hosts);
        site.dns.add(account);
        return account;
    }

    /** The present address of a host. */
    public Optional<String> address(String host) {
        return site.dns.accounts().stream()
                .flatMap(account -> account.address(host).stream())
                .findFirst();
    }

    /** Changes the password of an account. */
    public void setPassword(String user, String password) {
        site.dns.account(user).setPassword(password);
    }

    /** Blocks an account until it is unblocked. */
    public void block(String user) {
        site.dns.account(user).block();
    }

    /** Lifts a block, and forgets the updates that led to it. */
    public void unblock(String user) {
        site.dns.account(user).unblock();
    }

    /**
     * Sets how many requests with valid credentials an account may make before it is blocked; all count, also those that
     * change nothing. The default is 30 in a minute.
     *
     * @param updates how many are allowed
     * @param window within which time
     */
    public void updateLimit(int updates, Duration window) {
        site.dns.limit(updates, window);
    }

    /** Sets the HTTP status that goes with {@code badauth}, which the specification leaves open. The default is 401. */
    public void badauthStatus(int status) {
        site.dns.badauthStatus(status);
    }

    /**
     * Plans faults for the next requests, one each, in order, after those already planned.
     *
     * @param faults the faults; {@link Fault#none()} lets one request pass
     */
    public void next(Fault... faults) {
        site.faults.next(faults);
    }

    /** Sets the fault that every request meets after the planned ones. */
    public void always(Fault fault) {
        site.faults.always(fault);
    }

    /** Takes back all faults of update requests. */
    public void heal() {
        site.faults.heal();
    }

    /** {@return all requests but those to address echoes, in the order of their arrival} */
    public List<ReceivedRequest> requests() {
        return site.log.requests();
    }

    /** {@return the requests to address echoes, in the order of their arrival} */
    public List<ReceivedRequest> echoRequests() {
        return site.echoLog.requests();
    }

    /** Empties both logs and starts the counter of requests in flight anew. */
    public void clearRequests() {
        site.log.clear();
        site.echoLog.clear();
    }

    /** {@return how many connections there have been, over HTTP and HTTPS} */
    public int connections() {
        return http.accepted() + https.accepted();
    }

    /** {@return how many update requests were in flight at the same time, at most} */
    public int maxInFlight() {
        return site.log.maxInFlight();
    }

    /**
     * Waits until requests have arrived; their answers may still be under way.
     *
     * @param count how many since the log was empty
     * @param patience how long to wait before an AssertionError
     * @return the requests
     */
    public List<ReceivedRequest> awaitRequests(int count, Duration patience) {
        return site.log.await(count, patience);
    }

    Site site() {
        return site;
    }

    /** Stops the servers and ends every connection, also those in the midst of a fault. */
    @Override
    public void close() {
        http.close();
        https.close();
        badTls.close();
        echoes.values().forEach(SocketServer::close);
    }

    private static URI uri(String start, int port, String path) {
        return URI.create(start + port + path);
    }
}
