package io.jenkins.plugins.securityspacedns.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Whose an account of the ledger is, as far as somebody may know.
 *
 * @param exists whether any credentials hold its user name
 * @param username the user name, where it is no secret to whoever looks
 * @param credentials the credentials that whoever looks may see
 */
record Owner(boolean exists, Optional<String> username, List<KnownCredentials> credentials) {

    static final Owner NOBODY = new Owner(false, Optional.empty(), List.of());
}
