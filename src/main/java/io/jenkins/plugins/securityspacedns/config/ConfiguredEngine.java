package io.jenkins.plugins.securityspacedns.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.Backoff;
import io.jenkins.plugins.securityspacedns.ledger.FolderLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.PseudonymousLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.ResilientLedgerStore;
import io.jenkins.plugins.securityspacedns.update.AccountGate;
import io.jenkins.plugins.securityspacedns.update.AccountKeeper;
import io.jenkins.plugins.securityspacedns.update.ConnectionProbe;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.security.HMACConfidentialKey;

/** The one engine of this Jenkins, put together as the administrator chose. */
@Extension
public final class ConfiguredEngine {

    private static final Logger LOGGER = Logger.getLogger(ConfiguredEngine.class.getName());
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A user name may be a secret, so that the ledger and its pages know accounts by a keyed hash of it. */
    private static final HMACConfidentialKey PSEUDONYMS = new HMACConfidentialKey(ConfiguredEngine.class, "accounts");

    private final Clock clock = Clock.systemUTC();
    private final AccountGate gate = new AccountGate();
    private final Path folder = Jenkins.get().getRootDir().toPath().resolve("securityspace-dns");
    private final FolderLedgerStore files =
            new FolderLedgerStore(folder, clock, message -> LOGGER.log(Level.WARNING, message));
    private final ResilientLedgerStore accounts = new ResilientLedgerStore(files, clock);
    private final LedgerStore ledger = new PseudonymousLedgerStore(accounts, PSEUDONYMS::mac);

    /** {@return the engine of this Jenkins} */
    public static ConfiguredEngine get() {
        return ExtensionList.lookupSingleton(ConfiguredEngine.class);
    }

    /** {@return updates hosts as the configuration stands now} */
    public Updater updater() {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        Endpoint endpoint = configuration.targetEndpoint();
        Method method = configuration.requestMethod();
        Sender sender = new Sender(
                client(endpoint, method), endpoint, method, configuration.requestDeadline(), clock, Pause.REAL);
        return new Updater(sender, ledger, guard(), recorder(), gate, clock);
    }

    /** Asks an endpoint, configured or not, whether it takes credentials. */
    ConnectionProbe probe(Endpoint endpoint, Method method) {
        return new ConnectionProbe(client(endpoint, method), ledger, guard(), recorder(), gate, clock);
    }

    private static UpdateClient client(Endpoint endpoint, Method method) {
        return new UpdateClient(
                JenkinsHttp.client(),
                endpoint,
                method,
                SecuritySpaceDnsConfiguration.get().connectDeadline(),
                Product.userAgent());
    }

    /** {@return decides what may be sent, as the configuration stands now} */
    public Guard guard() {
        return new Guard(SecuritySpaceDnsConfiguration.get().keepAlive());
    }

    private static Recorder recorder() {
        return new Recorder(new Backoff(CHANCE::nextDouble));
    }

    /** {@return what is known of accounts, by user name} */
    public LedgerStore ledger() {
        return ledger;
    }

    /** {@return the same by the names under which the ledger keeps them} */
    public ResilientLedgerStore accounts() {
        return accounts;
    }

    /** {@return the files of the ledger} */
    public FolderLedgerStore files() {
        return files;
    }

    /**
     * @param patience how long to wait for an update that runs
     * @return changes what is known of accounts
     */
    public AccountKeeper keeper(Duration patience) {
        return new AccountKeeper(accounts, gate, patience);
    }
}
