package io.jenkins.plugins.securityspacedns.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.securityspacedns.ledger.Backoff;
import io.jenkins.plugins.securityspacedns.ledger.FolderLedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.transport.Endpoint;
import io.jenkins.plugins.securityspacedns.transport.Method;
import io.jenkins.plugins.securityspacedns.transport.UpdateClient;
import io.jenkins.plugins.securityspacedns.update.AccountGate;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The one engine of this Jenkins, put together as the administrator chose. */
@Extension
public final class ConfiguredEngine {

    private static final Logger LOGGER = Logger.getLogger(ConfiguredEngine.class.getName());
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Clock clock = Clock.systemUTC();
    private final AccountGate gate = new AccountGate();
    private final LedgerStore ledger = new FolderLedgerStore(
            Jenkins.get().getRootDir().toPath().resolve("securityspace-dns"),
            clock,
            message -> LOGGER.log(Level.WARNING, message));

    /**
     * @return the engine of this Jenkins
     */
    public static ConfiguredEngine get() {
        return ExtensionList.lookupSingleton(ConfiguredEngine.class);
    }

    /**
     * @return updates hosts as the configuration stands now
     */
    public Updater updater() {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        Endpoint endpoint = configuration.targetEndpoint();
        Method method = configuration.requestMethod();
        Sender sender = new Sender(client(), endpoint, method, configuration.requestDeadline(), clock, Pause.REAL);
        return new Updater(
                sender,
                ledger,
                new Guard(configuration.keepAlive()),
                new Recorder(new Backoff(CHANCE::nextDouble)),
                gate,
                clock);
    }

    /** Sends requests as the configuration stands now. */
    UpdateClient client() {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        return new UpdateClient(
                JenkinsHttp.client(),
                configuration.targetEndpoint(),
                configuration.requestMethod(),
                configuration.connectDeadline(),
                Product.userAgent());
    }

    /**
     * @return what is known of accounts
     */
    public LedgerStore ledger() {
        return ledger;
    }
}
