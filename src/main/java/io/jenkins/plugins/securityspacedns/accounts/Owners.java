package io.jenkins.plugins.securityspacedns.accounts;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessControlled;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Finds the credentials of Jenkins and of its folders that belong to accounts of the ledger, which does not know user
 * names. Credentials of single users are nobody else's to see.
 */
final class Owners {

    private final Map<String, List<Found>> found = new HashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final Authentication viewer;

    private record Found(String username, boolean secret, boolean visible, KnownCredentials credentials) {}

    private Owners(Authentication viewer) {
        this.viewer = viewer;
    }

    /**
     * Looks at all credentials, for whoever is logged in.
     */
    static Owners find() {
        Owners owners = new Owners(Jenkins.getAuthentication2());
        try (ACLContext all = ACL.as2(ACL.SYSTEM2)) {
            Jenkins jenkins = Jenkins.get();
            owners.add(jenkins, jenkins, "");
            for (TopLevelItem item : jenkins.allItems(TopLevelItem.class)) {
                if (item instanceof ItemGroup<?> folder) {
                    owners.add(folder, item, ((Item) item).getFullName());
                }
            }
        }
        return owners;
    }

    private void add(ItemGroup<?> group, AccessControlled owner, String folder) {
        boolean visible = owner.hasPermission2(viewer, CredentialsProvider.VIEW);
        for (StandardUsernamePasswordCredentials credentials : CredentialsProvider.lookupCredentialsInItemGroup(
                StandardUsernamePasswordCredentials.class, group, ACL.SYSTEM2)) {
            String username = credentials.getUsername();
            // A folder also finds those of the folders above, which came first.
            if (seen.add(List.of(credentials.getId(), username))) {
                KnownCredentials known =
                        new KnownCredentials(credentials.getId(), credentials.getDescription(), folder);
                found.computeIfAbsent(ConfiguredEngine.pseudonym(username), name -> new ArrayList<>())
                        .add(new Found(username, credentials.isUsernameSecret(), visible, known));
            }
        }
    }

    /**
     * @param account the name of an account in the ledger
     * @return whose it is
     */
    Owner of(String account) {
        List<Found> all = found.getOrDefault(account, List.of());
        List<Found> visible = all.stream().filter(Found::visible).toList();
        Optional<String> username = visible.stream().map(Found::username).findFirst();
        return new Owner(
                !all.isEmpty(),
                all.stream().anyMatch(Found::secret) ? Optional.empty() : username,
                visible.stream().map(Found::credentials).toList());
    }
}
