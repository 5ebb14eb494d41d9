package io.jenkins.plugins.securityspacedns.accounts;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.Util;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Credentials that hold the user name of an account.
 *
 * @param id their id
 * @param description what they are for, as somebody described them; may be empty
 * @param folder the full name of the folder that holds them, empty if they are Jenkins' own
 * @param group that folder, or Jenkins
 */
@ExportedBean(defaultVisibility = 999)
public record KnownCredentials(
        @Exported String id,
        @Exported String description,
        @Exported String folder,
        ItemGroup<?> group) {

    private static final Logger LOGGER = Logger.getLogger(KnownCredentials.class.getName());

    /** The address of the page on which the viewer may change them; empty if there is none, or it cannot be told. */
    Optional<String> page() {
        try {
            for (CredentialsStore store : CredentialsProvider.lookupStores((ModelObject) group)) {
                for (Domain domain : store.getDomains()) {
                    if (store.hasPermission(CredentialsProvider.UPDATE) && isIn(store.getCredentials(domain))) {
                        return Optional.ofNullable(store.getRelativeLinkTo(domain))
                                .map(page -> page + "credential/" + Util.rawEncode(id) + "/");
                    }
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(
                    Level.FINE,
                    "The page of credentials cannot be found: {0}",
                    e.getClass().getName());
        }
        return Optional.empty();
    }

    private boolean isIn(List<Credentials> domain) {
        return domain.stream()
                .anyMatch(held ->
                        held instanceof IdCredentials known && known.getId().equals(id));
    }
}
