package io.jenkins.plugins.securityspacedns.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.lookup.RecentLooks;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.ConnectionProbe;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.security.HMACConfidentialKey;

/** The one engine of this Jenkins, put together as the administrator chose. */
@Extension
public final class ConfiguredEngine {

    private static final SecureRandom CHANCE = new SecureRandom();

    /** A user name may be a secret, so that the ledger and its pages know accounts by a keyed hash of it. */
    private static final HMACConfidentialKey PSEUDONYMS = new HMACConfidentialKey(ConfiguredEngine.class, "accounts");

    private static final PasswordHashes HASHES = new KeyedPasswordHashes();

    private final Clock clock = Clock.systemUTC();
    private final RecentLooks looks = new RecentLooks(clock);
    private final AccountTurns turns = new AccountTurns();
    private final Ledger ledger = new Ledger(
            LedgerPlace.folder(Jenkins.get().getRootDir().toPath().resolve("securityspace-dns")),
            ConfiguredEngine::service,
            clock);

    /** {@return the engine of this Jenkins} */
    public static ConfiguredEngine get() {
        return ExtensionList.lookupSingleton(ConfiguredEngine.class);
    }

    private static SecuritySpaceDnsConfiguration chosen() {
        return SecuritySpaceDnsConfiguration.get();
    }

    /** {@return updates hosts as the configuration stands now} */
    public Updater updater() {
        Endpoint endpoint = Settings.endpoint(chosen().getEndpoint(), chosen().isAllowPlainHttp());
        Method method = Settings.method(chosen().getMethod());
        Sender sender = new Sender(client(endpoint, method), endpoint, method, requestDeadline(), clock, Pause.REAL);
        return new Updater(
                sender,
                ledger,
                ConfiguredEngine::pseudonym,
                guard(),
                recorder(),
                turns,
                clock,
                Pause.REAL,
                nameServers());
    }

    private static NameServers nameServers() {
        return Settings.nameServers(chosen().getResolver());
    }

    private static Duration requestDeadline() {
        return Duration.ofSeconds(Settings.seconds(chosen().getRequestSeconds(), "request"));
    }

    /**
     * Looks what the name servers serve, once a minute at most for each host.
     *
     * @param hosts the hosts
     * @param family which addresses are looked for
     * @return what is served for each host that somebody has looked at
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Map<HostName, Served> served(Collection<HostName> hosts, Family family) throws InterruptedException {
        return looks.look(nameServers(), hosts, family, Publication.LOOK);
    }

    /**
     * @param host a host
     * @param family the family of its addresses
     * @return what each name server said, a line each; null if nobody looked within the last day
     */
    @CheckForNull
    public String lastServed(HostName host, Family family) {
        return looks.last(host, family)
                .map(seen -> String.join("\n", seen.served().lines()))
                .orElse(null);
    }

    /**
     * @param hosts hosts whose address the server confirmed
     * @param address that address
     * @param begin when their update was over
     * @return looks whether the name servers serve it
     */
    public Publication publication(Collection<HostName> hosts, IpAddress address, Instant begin) {
        Duration within = Publication.within(chosen().getVerifySeconds());
        return new Publication(nameServers(), address, hosts, begin, within, clock);
    }

    /** Asks an endpoint, configured or not, whether it takes an account. */
    ConnectionProbe.Probed probe(Endpoint endpoint, Method method, Account account) throws InterruptedException {
        return new ConnectionProbe(client(endpoint, method), ledger, guard(), recorder(), turns, clock)
                .probe(new AccountKey(endpoint.service(), pseudonym(account.username())), account, requestDeadline());
    }

    private static UpdateClient client(Endpoint endpoint, Method method) {
        Duration connect = Duration.ofSeconds(Settings.seconds(chosen().getConnectSeconds(), "connect"));
        return new UpdateClient(JenkinsHttp.client(), endpoint, method, connect, JenkinsHttp.userAgent());
    }

    /** {@return decides what may be sent, as the configuration stands now} */
    public Guard guard() {
        return new Guard(
                Duration.ofDays(Settings.keepAlive(chosen().getKeepAliveDays())),
                new Pace.Limit(chosen().getPaceAtOnce(), chosen().getPaceAnHour()),
                HASHES);
    }

    private static Recorder recorder() {
        return new Recorder(new HoldTimes(CHANCE::nextDouble), HASHES);
    }

    /** {@return what is known of accounts} */
    public Ledger ledger() {
        return ledger;
    }

    /** {@return the account in the ledger that a user name has at the configured endpoint} */
    public AccountKey account(String username) {
        return new AccountKey(service(), pseudonym(username));
    }

    /** {@return the service of the configured endpoint, as the ledger names it} */
    public static String service() {
        return Endpoint.parse(chosen().getEndpoint()).service();
    }

    /** {@return the name in the ledger of a user name, which tells nothing of it to whoever lacks the key of this Jenkins} */
    public static String pseudonym(String username) {
        return PSEUDONYMS.mac(username);
    }
}
