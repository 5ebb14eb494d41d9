package io.jenkins.plugins.securityspacedns.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.Reply;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.ConnectionProbe;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The button that asks the server whether it takes the default credentials. */
final class ConnectionTest {

    private ConnectionTest() {}

    static FormValidation run(Endpoint endpoint, Method method, String credentialsId) throws InterruptedException {
        Account account = account(endpoint, credentialsId);
        ConfiguredEngine engine = ConfiguredEngine.get();
        ConnectionProbe.Probed probed = engine.probe(endpoint, method)
                .probe(
                        new AccountKey(endpoint.service(), ConfiguredEngine.pseudonym(account.username())),
                        account,
                        SecuritySpaceDnsConfiguration.get().requestDeadline());
        return probed.notSent()
                .map(FormValidation::error)
                .orElseGet(() -> describe(probed.reply().orElseThrow(), probed.outcome()));
    }

    private static FormValidation describe(Reply reply, Optional<Outcome> outcome) {
        if (reply instanceof Reply.Whole whole) {
            String body = Printable.excerpt(whole.answer().body().strip());
            String said = Messages.ConnectionTest_answered(whole.answer().status(), body);
            // To a request without a host the server answers so where it takes the credentials.
            return outcome.filter(Outcome.NOHOST::equals).isPresent()
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
}
