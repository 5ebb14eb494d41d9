package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Method;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.PaceLimit;
import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Updates host names. */
@Command(
        name = "update",
        description = "Points host names at an address and says what came of it.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        sortOptions = false,
        footer = {
            "",
            "The password is read from the environment variable SECURITYSPACE_PASSWORD.",
            "Exit code: 0 success, 1 failure, 2 unstable, 64 bad usage."
        })
final class UpdateCommand implements Callable<Integer> {

    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    /** A host that is never updated looks abandoned; other clients renew after about as long. */
    private static final Duration KEEP_ALIVE = Duration.ofDays(25);

    private static final String SEPARATORS = "[,\\s]+";

    private final Surroundings surroundings;

    @Option(
            names = "--hostnames",
            required = true,
            paramLabel = "a,b",
            description = "The hosts to update, separated by comma or white space.")
    private List<String> hostnames;

    @Option(names = "--username", required = true, paramLabel = "U", description = "The SecuritySpace user name.")
    private String username;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "The address that the hosts get. Default: the public address, which is detected.")
    private String address;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where requests go. Default: https://secure1.securityspace.com/dns/dynamic.html")
    private String endpoint;

    @Option(
            names = "--method",
            paramLabel = "GET|POST",
            defaultValue = "GET",
            description = "How requests are sent. Default: ${DEFAULT-VALUE}")
    private Method method;

    @Option(
            names = "--fail-on",
            paramLabel = "OUTCOMES",
            description = "The outcomes that mean failure, separated by comma, or any; other problems mean unstable."
                    + " Default: nohost,badauth,blocked,no-address")
    private String failOn;

    @Option(names = "--force", description = "Send even where the state has the address confirmed or a backoff runs.")
    private boolean force;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one request, and finding the address, may take. Default: ${DEFAULT-VALUE}")
    private int timeout;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keeps what was confirmed, backoffs and blocks between runs. Use it wherever this runs"
                    + " periodically.")
    private Path state;

    @Mixin
    private DetectionOptions detection;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--allow-http",
            description = "Take a plain http: endpoint, which shows the password to the network.")
    private boolean allowHttp;

    UpdateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        RequestedHosts hosts = RequestedHosts.parse(hostnames);
        Endpoint target = endpoint == null ? Endpoint.DEFAULT : Endpoint.parse(endpoint);
        checkEncrypted(target);
        FailOn policy = failOn == null ? FailOn.DEFAULT : FailOn.parse(words(failOn));
        UpdateOrder order =
                new UpdateOrder(new Account(username, Password.read(surroundings.environment())), hosts, policy, force);
        Duration deadline = Timeout.of(timeout);
        AddressFinder finder = address == null
                ? AddressFinder.detecting(detection.detection(Family.IPV4, deadline), surroundings.clock())
                : AddressFinder.given(address);
        UpdateResult result = runKeepingState(order, target, deadline, finder);
        output.print(surroundings, result);
        if (state != null && result.hosts().stream().anyMatch(host -> host.cause() == Outcome.BLOCKED)) {
            warn("Once SecuritySpace has removed the block, delete the state file " + state + " to go on.");
        }
        return ExitCode.of(result.verdict());
    }

    private void checkEncrypted(Endpoint target) {
        if (target.isPlainHttp() && !target.isLoopback() && !allowHttp) {
            throw new InvalidInputException("The endpoint \"" + target
                    + "\" is plain HTTP, which shows the password to the network."
                    + " Use https:, or say --allow-http if you accept that.");
        }
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(SEPARATORS))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private UpdateResult runKeepingState(UpdateOrder order, Endpoint target, Duration deadline, AddressFinder finder)
            throws Exception {
        if (state == null) {
            return run(order, target, deadline, finder, LedgerPlace.MEMORY);
        }
        try (AutoCloseable lock = lock()) {
            return run(order, target, deadline, finder, LedgerPlace.file(state));
        }
    }

    /** Without the lock two runs might send the same update; that is no reason to send none. */
    private AutoCloseable lock() {
        try {
            return StateLock.take(state);
        } catch (IOException e) {
            warn("The state file cannot be locked: " + e);
            return () -> {};
        }
    }

    private UpdateResult run(
            UpdateOrder order, Endpoint target, Duration deadline, AddressFinder finder, LedgerPlace place)
            throws Exception {
        UpdateClient client =
                new UpdateClient(new OkHttpClient(), target, method, CONNECT_DEADLINE, Product.USER_AGENT);
        Sender sender = new Sender(client, target, method, deadline, surroundings.clock(), Pause.REAL);
        PasswordHashes hashes = new SlowPasswordHashes();
        Updater updater = new Updater(
                sender,
                new Ledger(place, target::service, surroundings.clock(), message -> warn("WARNING: " + message)),
                UnaryOperator.identity(),
                new Guard(KEEP_ALIVE, PaceLimit.DEFAULT, hashes),
                new Recorder(new HoldTimes(new SecureRandom()::nextDouble), hashes),
                new AccountTurns(),
                surroundings.clock(),
                Pause.REAL);
        int count = order.hosts().requested().size();
        try (AutoCloseable line =
                ProgressLine.show(surroundings, count == 1 ? "Updating 1 host" : "Updating " + count + " hosts")) {
            return updater.update(order, finder, this::warn);
        }
    }

    private void warn(String message) {
        surroundings.err().println(message);
    }
}
