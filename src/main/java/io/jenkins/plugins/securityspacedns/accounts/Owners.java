package io.jenkins.plugins.securityspacedns.accounts;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessControlled;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Finds the credentials of Jenkins and of its folders that belong to accounts of the ledger, which does not know user
 * names. Credentials of single users are nobody else's to see.
 */
final class Owners {

    private static final int SHORT = 8;

    private static final Logger LOGGER = Logger.getLogger(Owners.class.getName());

    /** What the system log has said, so that pages that are loaded again and again do not fill it. */
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private static volatile Counted counted;

    private final Map<String, List<Found>> found = new HashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private final Authentication viewer;
    private final String service = ConfiguredEngine.service();
    private boolean complete = true;
    private boolean lookedAtFolders;

    private record Counted(Map<AccountKey, AccountState.Stop> stopped, long used, long nanos) {}

    private record Found(String username, boolean secret, boolean visible, KnownCredentials credentials) {}

    /**
     * Whose an account of the ledger is, as far as somebody may know.
     *
     * @param label what people may call the account: its user name, else the id of its credentials, else the first digits of
     *     its key; with the service if that is not the configured one
     * @param exists whether any credentials hold its user name
     * @param complete whether all credentials could be read
     * @param username the user name, if it is no secret to whoever looks
     * @param credentials the credentials that whoever looks may see
     */
    record Owner(
            String label,
            boolean exists,
            boolean complete,
            Optional<String> username,
            List<KnownCredentials> credentials) {

        /** Whether it is certain that no credentials hold the user name. */
        boolean isNobody() {
            return complete && !exists;
        }
    }

    private Owners(Authentication viewer) {
        this.viewer = viewer;
    }

    /** Looks at all credentials, for whoever is logged in. */
    static Owners find() {
        return find(owners -> false);
    }

    /**
     * How many accounts somebody may use of those that are stopped. Folders are looked at only if Jenkins itself has no
     * credentials for one of them, and then not again for a minute: every page of an administrator asks.
     */
    static long countUsed(Map<AccountKey, AccountState.Stop> stopped) {
        Counted last = counted;
        if (last != null
                && last.stopped.equals(stopped)
                && System.nanoTime() - last.nanos < TimeUnit.MINUTES.toNanos(1)) {
            return last.used;
        }
        Owners owners = find(
                known -> stopped.keySet().stream().allMatch(account -> known.found.containsKey(account.username())));
        long used = stopped.keySet().stream()
                .filter(account -> !owners.of(account).isNobody())
                .count();
        counted = owners.lookedAtFolders ? new Counted(stopped, used, System.nanoTime()) : null;
        return used;
    }

    private static Owners find(Predicate<Owners> enough) {
        Owners owners = new Owners(Jenkins.getAuthentication2());
        try (ACLContext all = ACL.as2(ACL.SYSTEM2)) {
            Jenkins jenkins = Jenkins.get();
            owners.addAll(jenkins, jenkins, "");
            for (TopLevelItem item : jenkins.allItems(TopLevelItem.class)) {
                if (enough.test(owners)) {
                    break;
                }
                if (item instanceof ItemGroup<?> folder) {
                    owners.lookedAtFolders = true;
                    owners.addAll(folder, item, ((Item) item).getFullName());
                }
            }
        }
        return owners;
    }

    /** One provider or one vault that fails says nothing of the credentials of others. */
    private void addAll(ItemGroup<?> group, AccessControlled owner, String folder) {
        boolean visible = owner.hasPermission2(viewer, CredentialsProvider.VIEW);
        try {
            for (StandardUsernamePasswordCredentials credentials : CredentialsProvider.lookupCredentialsInItemGroup(
                    StandardUsernamePasswordCredentials.class, group, ACL.SYSTEM2)) {
                add(credentials, folder, group, visible);
            }
        } catch (RuntimeException | LinkageError e) {
            unread("Credentials", folder, e);
        }
    }

    private void add(
            StandardUsernamePasswordCredentials credentials, String folder, ItemGroup<?> group, boolean visible) {
        String id = credentials.getId();
        try {
            String username = credentials.getUsername();
            // A folder also finds those of the folders above, which came first.
            if (seen.add(List.of(id, username))) {
                KnownCredentials known =
                        new KnownCredentials(id, Util.fixNull(credentials.getDescription()), folder, group);
                Found holder = new Found(username, credentials.isUsernameSecret(), visible, known);
                found.computeIfAbsent(ConfiguredEngine.pseudonym(username), name -> new ArrayList<>())
                        .add(holder);
            }
        } catch (RuntimeException | LinkageError e) {
            unread("The credentials \"" + id + "\"", folder, e);
        }
    }

    /** The message of the failure is not logged: it is that of another plugin, and may quote a secret. */
    private void unread(String which, String folder, Throwable failure) {
        complete = false;
        String message = which + " of " + (folder.isEmpty() ? "Jenkins" : "the folder \"" + folder + "\"")
                + " cannot be read, so that no account of SecuritySpace DNS is known to be theirs: "
                + failure.getClass().getName();
        if (LOGGED.add(message)) {
            LOGGER.log(Level.WARNING, "{0}", Printable.line(message));
        }
    }

    /** Whose an account is. */
    Owner of(AccountKey account) {
        List<Found> all = found.getOrDefault(account.username(), List.of());
        List<Found> visible = all.stream().filter(Found::visible).toList();
        boolean secret = all.stream().anyMatch(Found::secret);
        Optional<String> username =
                visible.stream().filter(any -> !secret).map(Found::username).findFirst();
        List<KnownCredentials> credentials =
                visible.stream().map(Found::credentials).toList();
        return new Owner(label(account, username, credentials), !all.isEmpty(), complete, username, credentials);
    }

    private String label(AccountKey account, Optional<String> username, List<KnownCredentials> credentials) {
        String name = username.or(
                        () -> credentials.stream().findFirst().map(known -> Messages.Owners_byCredentials(known.id())))
                .orElseGet(() -> Messages.Owners_byKey(account.id().substring(0, SHORT)));
        return account.service().equals(service) ? name : Messages.Owners_elsewhere(name, account.service());
    }
}
