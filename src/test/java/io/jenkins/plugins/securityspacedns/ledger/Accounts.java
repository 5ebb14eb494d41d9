package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States of accounts that tests begin with. */
public final class Accounts {

    /** Hashes that take no time. */
    public static final PasswordHashes HASHES = new PasswordHashes() {

        @Override
        public String of(String password) {
            return Integer.toHexString(password.hashCode());
        }

        @Override
        public boolean matches(String hash, String password) {
            return hash.equals(of(password));
        }
    };

    private Accounts() {}

    static AccountState of(Map<HostName, HostState> hosts) {
        return new AccountState(Optional.empty(), List.of(), Optional.empty(), Pace.UNUSED, hosts);
    }

    static AccountState stopped(AccountState.Stop stop) {
        return new AccountState(Optional.of(stop), List.of(), Optional.empty(), Pace.UNUSED, Map.of());
    }

    static AccountState refused(Instant since, String password) {
        return new AccountState(
                Optional.of(new AccountState.Stop(Outcome.BADAUTH, since)),
                List.of(new AccountState.RefusedPassword(HASHES.of(password), since)),
                Optional.empty(),
                Pace.UNUSED,
                Map.of());
    }

    static AccountState waiting(AccountState.ServerWait wait, Map<HostName, HostState> hosts) {
        return new AccountState(Optional.empty(), List.of(), Optional.of(wait), Pace.UNUSED, hosts);
    }
}
