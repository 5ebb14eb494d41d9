package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.Accounts;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** A program that updates two hosts to one address after the other, and says what it does, until somebody ends it. */
final class UpdateLoop {

    /** Precedes the number of an update that begins. */
    static final String BEGINS = "begins ";

    /** Precedes the number and the verdict of an update that is over. */
    static final String OVER = "over ";

    private UpdateLoop() {}

    /** The address of the update number {@code n}, another one than that of its neighbours. */
    static String address(int n) {
        return "203.0.113." + (1 + n % 250);
    }

    /** Whether a line, which may be cut short, tells that an update began. */
    static boolean isBeginning(String line) {
        return line.matches(BEGINS + "[0-9]+");
    }

    /** The number of the update that began. */
    static int number(String line) {
        return Integer.parseInt(line.substring(BEGINS.length()));
    }

    /**
     * @param arguments the folder of the ledger, the endpoint, the number of the first update, and how many requests may be
     *     sent at once and in an hour
     */
    public static void main(String[] arguments) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Endpoint endpoint = Endpoint.parse(arguments[1]);
        Ledger ledger = new Ledger(LedgerPlace.folder(Path.of(arguments[0])), endpoint::service, clock);
        Duration deadline = Duration.ofSeconds(20);
        Pace.Limit limit = new Pace.Limit(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        // Without TLS, which is not used here and takes its time at every start.
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
        UpdateClient client = new UpdateClient(http, endpoint, Method.GET, deadline, "loop/test (test)");
        Updater updater = new Updater(
                new Sender(client, endpoint, Method.GET, deadline, clock, Pause.REAL),
                ledger,
                UnaryOperator.identity(),
                new Guard(Duration.ofDays(25), limit, Accounts.HASHES),
                new Recorder(new HoldTimes(() -> 0), Accounts.HASHES),
                new AccountTurns(),
                clock,
                wait -> {},
                NameServers.of(""));
        // Ends by itself where nobody listens any more.
        for (int n = Integer.parseInt(arguments[2]); !System.out.checkError(); n++) {
            System.out.println(BEGINS + n);
            UpdateResult result = updater.update(
                    Engine.order("a.example.com", "b.example.com"),
                    AddressFinder.given(address(n)),
                    line -> failOnWarning(line));
            System.out.println(OVER + n + " " + result.verdict());
        }
    }

    private static void failOnWarning(String line) {
        if (line.startsWith("WARNING")) {
            throw new IllegalStateException(line);
        }
    }
}
