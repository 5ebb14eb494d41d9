package io.jenkins.plugins.securityspacedns.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Reply;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.ConnectionProbe;
import jenkins.model.Jenkins;

/** The button that asks the server whether it takes the default credentials. */
final class ConnectionTest {

    private ConnectionTest() {}

    static FormValidation run(Endpoint endpoint, Method method, String credentialsId) throws InterruptedException {
        StandardUsernamePasswordCredentials credentials = credentials(endpoint, credentialsId);
        Account account = AccountLookup.account(credentials);
        ConnectionProbe.Probed probed = ConfiguredEngine.get().probe(endpoint, method, account);
        String name = credentials.isUsernameSecret() ? credentials.getId() : account.username();
        return probed.notSent()
                .map(ConnectionTest::stopped)
                .orElseGet(() ->
                        describe(probed.reply().orElseThrow(), probed.outcome().orElse(Outcome.UNREACHABLE), name));
    }

    private static FormValidation describe(Reply reply, Outcome outcome, String name) {
        if (!(reply instanceof Reply.Whole whole)) {
            String reason = reply instanceof Reply.Damaged damaged ? damaged.reason() : ((Reply.None) reply).reason();
            return FormValidation.error(PageText.of(reason));
        }
        String body = Printable.excerpt(whole.answer().body().strip());
        String said = Messages.ConnectionTest_answered(whole.answer().status(), body);
        return switch (outcome) {
            case NOHOST -> FormValidation.ok(Messages.ConnectionTest_accepted(name)); // no host was named
            case BLOCKED, BADAUTH -> stopped(said);
            case UNCONFIRMED -> FormValidation.error(Messages.ConnectionTest_notTheService(said));
            default -> FormValidation.error(said);
        };
    }

    /** Links to where the account is resumed: that page lies beside the one of the form. */
    private static FormValidation stopped(String why) {
        return FormValidation.errorWithMarkup(Util.escape(PageText.of(why)) + " <a href=\"securityspace-dns/\">"
                + Util.escape(Messages.ConnectionTest_accounts()) + "</a>");
    }

    private static StandardUsernamePasswordCredentials credentials(Endpoint endpoint, String credentialsId) {
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
        if (!AccountLookup.FOR_JOBS.matches(found)) {
            throw new InvalidInputException("Jobs cannot use the credentials \"" + Printable.excerpt(credentialsId)
                    + "\", because they have the scope System. Choose others, or give them the scope Global.");
        }
        return found;
    }
}
