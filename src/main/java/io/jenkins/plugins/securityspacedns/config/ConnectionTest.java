package io.jenkins.plugins.securityspacedns.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.transport.Endpoint;
import io.jenkins.plugins.securityspacedns.transport.Method;
import io.jenkins.plugins.securityspacedns.transport.Reply;
import io.jenkins.plugins.securityspacedns.transport.UpdateClient;
import java.io.IOException;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * Asks the server whether it takes credentials, by a request that names no host: it answers {@code nohost} to that where
 * it does. A latch stops this request like any other.
 */
final class ConnectionTest {

    private static final String TAKES_CREDENTIALS = "nohost";

    private ConnectionTest() {}

    static FormValidation run(Endpoint endpoint, Method method, String credentialsId) throws InterruptedException {
        Account account = account(endpoint, credentialsId);
        Optional<Latch> latch = latch(account);
        if (latch.isPresent()) {
            return FormValidation.error(
                    Messages.ConnectionTest_latched(latch.get().cause()));
        }
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        UpdateClient client = new UpdateClient(
                JenkinsHttp.client(), endpoint, method, configuration.connectDeadline(), Product.userAgent());
        Reply reply = client.probe(account, configuration.requestDeadline());
        if (reply instanceof Reply.Whole whole) {
            String body = Printable.excerpt(whole.answer().body().strip());
            String said = Messages.ConnectionTest_answered(whole.answer().status(), body);
            return body.equalsIgnoreCase(TAKES_CREDENTIALS)
                    ? FormValidation.ok(Messages.ConnectionTest_taken(said))
                    : FormValidation.error(said);
        }
        return FormValidation.error(
                reply instanceof Reply.Damaged damaged ? damaged.reason() : ((Reply.None) reply).reason());
    }

    private static Account account(Endpoint endpoint, String credentialsId) {
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                credentialsId,
                StandardUsernamePasswordCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                AccountLookup.domain(endpoint.toString()));
        if (found == null) {
            throw new InvalidInputException(
                    "Choose default credentials to test the connection with; no others are known here.");
        }
        return AccountLookup.account(found);
    }

    private static Optional<Latch> latch(Account account) {
        try {
            return ConfiguredEngine.get()
                    .ledger()
                    .load(account.username())
                    .latch()
                    .filter(latch -> latch.holds(account.password()));
        } catch (IOException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }
}
