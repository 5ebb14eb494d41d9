package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A program that saves one account over and over, and says so after each time, until somebody ends it. */
final class SaveLoop {

    static final String USERNAME = "user";

    /** Enough for a file of several blocks, which a careless writer would leave half written. */
    private static final int HOSTS = 100;

    private SaveLoop() {}

    /** The state number {@code n}: every part of it tells the number, so that a mixture of two would show. */
    static AccountState state(int n) {
        Instant at = Instant.ofEpochSecond(n);
        HostState host = new HostState(
                Optional.of(new Confirmation(IpAddress.parse("198.51.100.7"), at)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.Attempt(Outcome.UPDATED, at)));
        Map<HostName, HostState> hosts = new HashMap<>();
        for (int i = 0; i < HOSTS; i++) {
            hosts.put(HostName.parse("h" + i + ".example.com"), host);
        }
        return new AccountState(Optional.empty(), Optional.of(at), hosts);
    }

    /** The number of a state. */
    static int number(AccountState state) {
        return (int) state.notBefore().orElseThrow().getEpochSecond();
    }

    /**
     * @param arguments the file, and the number of the first state
     */
    public static void main(String[] arguments) throws IOException {
        FileLedgerStore store = new FileLedgerStore(Path.of(arguments[0]), Clock.systemUTC(), problem -> {
            throw new IllegalStateException(problem);
        });
        // Ends by itself where nobody listens any more.
        for (int n = Integer.parseInt(arguments[1]); !System.out.checkError(); n++) {
            store.save(USERNAME, state(n));
            System.out.println(n);
        }
    }
}
