package io.jenkins.plugins.securityspacedns.config;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.Secret;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.List;
import org.springframework.security.core.Authentication;

/** Finds the account behind credentials. The configured endpoint has to be in the domain of the credentials. */
public final class AccountLookup {

    /** What builds can find: credentials of the scope "System" are for Jenkins itself. */
    public static final CredentialsMatcher FOR_JOBS =
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));

    private AccountLookup() {}

    /**
     * Finds the account that a build names, in the build's own context, and notes that the build used it.
     *
     * @param run the build
     * @param id the id of the credentials
     * @return the account
     * @throws InvalidInputException if there are no such credentials, or they are of another kind
     */
    public static Account find(Run<?, ?> run, String id) {
        if (id.isEmpty()) {
            throw new InvalidInputException("No credentials are named. Name them with credentialsId, or choose default"
                    + " credentials under Manage Jenkins » System » SecuritySpace DNS.");
        }
        List<DomainRequirement> domain =
                domain(SecuritySpaceDnsConfiguration.get().getEndpoint());
        StandardUsernamePasswordCredentials found =
                CredentialsProvider.findCredentialById(id, StandardUsernamePasswordCredentials.class, run, domain);
        if (found == null) {
            throw missing(run, id, domain);
        }
        CredentialsProvider.track(run, found);
        return account(found);
    }

    /**
     * Finds the account that the next build of a job would find. It does not count as a use of the credentials.
     *
     * @param job the job
     * @param id the id of the credentials
     * @return the account
     * @throws InvalidInputException if the job may use no such credentials
     */
    public static Account find(Item job, String id) {
        Authentication user = user(job);
        StandardUsernamePasswordCredentials found = find(job, id, user);
        if (found == null
                && !ACL.SYSTEM2.equals(user)
                && job.hasPermission2(user, CredentialsProvider.USE_ITEM)) { // as a build looks for them
            found = find(job, id, ACL.SYSTEM2);
        }
        if (found == null) {
            throw new InvalidInputException("There are no credentials \"" + Printable.excerpt(id)
                    + "\" of the kind \"Username with password\" any more that this job may use for the endpoint.");
        }
        return account(found);
    }

    /** {@return as whom the builds of an item look for credentials first} */
    public static Authentication user(@CheckForNull Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    /** {@return the credentials, or null if there are none} */
    private static StandardUsernamePasswordCredentials find(Item job, String id, Authentication user) {
        List<DomainRequirement> domain =
                domain(SecuritySpaceDnsConfiguration.get().getEndpoint());
        return CredentialsProvider.findCredentialByIdInItem(
                id, StandardUsernamePasswordCredentials.class, job, user, domain);
    }

    private static InvalidInputException missing(Run<?, ?> run, String id, List<DomainRequirement> domain) {
        String name = "\"" + Printable.excerpt(id) + "\"";
        IdCredentials other = CredentialsProvider.findCredentialById(id, IdCredentials.class, run, domain);
        if (other != null) {
            return new InvalidInputException("The credentials " + name + " are of the kind \""
                    + other.getDescriptor().getDisplayName() + "\". Choose credentials of the kind \"Username with"
                    + " password\".");
        }
        return new InvalidInputException(
                "There are no credentials " + name + " of the kind \"Username with password\""
                        + " that this job may use for the endpoint. Check the id, the folder and the domain of the credentials.");
    }

    /**
     * @param credentials credentials
     * @return the account that they are for
     * @throws InvalidInputException if the user name or the password cannot be sent
     */
    static Account account(StandardUsernamePasswordCredentials credentials) {
        String username;
        String password;
        boolean secret;
        try {
            username = credentials.getUsername();
            password = Secret.toString(credentials.getPassword());
            secret = credentials.isUsernameSecret();
        } catch (RuntimeException | LinkageError e) { // of a vault that is sealed; its message may quote a secret
            throw new InvalidInputException("The credentials \"" + Printable.excerpt(credentials.getId())
                    + "\" cannot be read at the moment (" + e.getClass().getSimpleName()
                    + "). Check where they are kept, such as a vault.");
        }
        try {
            return new Account(username, password);
        } catch (InvalidInputException e) {
            if (!secret) {
                throw e;
            }
            // The reason quotes the user name, so that it must not become the cause either.
            throw new InvalidInputException("The user name or the password of the credentials \""
                    + Printable.excerpt(credentials.getId())
                    + "\" cannot be sent: the user name must be neither empty nor"
                    + " hold a colon, and neither of them may hold a control character, such as a line end.");
        }
    }

    /** {@return what credentials for an endpoint have to be good for} */
    public static List<DomainRequirement> domain(String endpoint) {
        return URIRequirementBuilder.fromUri(endpoint).build();
    }
}
