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
import java.util.concurrent.atomic.AtomicInteger;

/** A program that saves one account over and over, and says all the while what it has saved, until somebody ends it. */
final class SaveLoop {

    static final AccountKey ACCOUNT = new AccountKey("service", "user");

    /** Enough for a file of several blocks, which a careless writer would leave half written. */
    private static final int HOSTS = 100;

    private SaveLoop() {}

    /** The state number {@code n}: every part of it tells the number, so that a mixture of two would show. */
    static AccountState state(int n) {
        Instant at = Instant.ofEpochSecond(n);
        HostState host = new HostState(
                Optional.of(new HostState.Confirmation(IpAddress.parse("198.51.100.7"), at)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.LastRequest(Outcome.UPDATED, at)));
        Map<HostName, HostState> hosts = new HashMap<>();
        for (int i = 0; i < HOSTS; i++) {
            hosts.put(HostName.parse("h" + i + ".example.com"), host);
        }
        return Accounts.waiting(new AccountState.ServerWait(at, at), hosts);
    }

    /** The number of a state. */
    static int number(AccountState state) {
        return (int) state.serverWait().orElseThrow().until().getEpochSecond();
    }

    /**
     * @param arguments the file, and the number of the first state
     */
    public static void main(String[] arguments) throws IOException {
        Ledger ledger = new Ledger(LedgerPlace.file(Path.of(arguments[0])), () -> "service", Clock.systemUTC());
        int first = Integer.parseInt(arguments[1]);
        AtomicInteger saved = new AtomicInteger(first - 1);
        // Said by another thread at any moment of a save, so that whoever goes by it ends the program at any of them.
        Thread speaker = new Thread(() -> {
            while (!System.out.checkError()) {
                System.out.println(saved.get());
            }
        });
        speaker.start();
        // Ends by itself where nobody listens any more.
        for (int n = first; speaker.isAlive(); n++) {
            AccountState next = state(n);
            ledger.change(ACCOUNT, before -> next);
            saved.set(n);
        }
    }
}
