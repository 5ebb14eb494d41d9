package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.ProxyUser;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.ProxyAuthenticator;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HoldTimes;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.LedgerPlace;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.PasswordHashes;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.ledger.SlowPasswordHashes;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.AccountTurns;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import io.jenkins.plugins.securityspacedns.update.Pause;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.Sender;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.Updater;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Updates host names. */
@Command(
        name = "update",
        description = "Points host names at an address and says what came of it.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        sortOptions = false,
        customSynopsis = "securityspace-dns update --hostnames a,b --username U [OPTION...]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:failure: an outcome that --fail-on names",
            "2:unstable: another problem, or a state that could not be read or written",
            "64:bad usage; nothing was sent",
            "70:internal error",
            "74:the result could not be written, such as to a full disk",
            "75:another run kept the state file for too long; nothing was sent"
        },
        footer = {
            "",
            "The password is read from the file that the environment variable SECURITYSPACE_PASSWORD_FILE names (in"
                    + " UTF-8), else from SECURITYSPACE_PASSWORD.",
            "",
            "Examples:",
            "  Point a host at the public address of this machine:",
            "    securityspace-dns update --hostnames www.example.com --username alice",
            "  Point two hosts at a given address, with JSON for a program:",
            "    securityspace-dns update --hostnames a.example.com,b.example.com \\",
            "        --username alice --address 203.0.113.7 --format json"
        })
final class UpdateCommand implements Callable<Integer> {

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

    @ArgGroup(validate = false, heading = "%nFinding the public address:%n")
    private DetectionOptions detection = new DetectionOptions();

    @ArgGroup(validate = false, heading = "%nSending, and what counts as failure:%n")
    private SendingOptions sending = new SendingOptions();

    @ArgGroup(validate = false, heading = "%nAsking the name servers:%n")
    private VerifyOptions verifying = new VerifyOptions();

    @ArgGroup(validate = false, heading = "%nState between runs:%n")
    private StateOptions state = new StateOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    UpdateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        RequestedHosts hosts = RequestedHosts.parse(hostnames);
        Endpoint target = sending.endpoint();
        UpdateOrder order = new UpdateOrder(
                new Account(username, Password.read(surroundings.environment())),
                hosts,
                sending.failOn(),
                sending.force(),
                verifying.within().isPresent());
        DetectionPlan plan = detection.detection(sending.timeout());
        AddressFinder finder =
                address == null ? AddressFinder.detecting(plan, surroundings.clock()) : AddressFinder.given(address);
        Optional<StateFile> file = state.file(surroundings.environment());
        LedgerPlace place = file.map(StateFile::path).map(LedgerPlace::file).orElse(LedgerPlace.MEMORY);
        Ledger ledger = new Ledger(place, target::service, surroundings.clock());
        UpdateResult result;
        try (AutoCloseable lock = lock(file)) {
            result = update(order, target, finder, ledger);
        }
        result = verified(result);
        output.print(surroundings, result);
        if (file.isPresent() && result.hosts().stream().anyMatch(host -> host.cause() == Outcome.BLOCKED)) {
            warn("Once SecuritySpace has removed the block, delete the state file "
                    + file.get().path() + " to go on.");
        }
        int exitCode = ExitCode.of(result.verdict());
        return isKept(ledger) ? exitCode : Math.max(exitCode, ExitCode.UNSTABLE);
    }

    /** Without the lock two runs might send the same update; that is no reason to send none. */
    private AutoCloseable lock(Optional<StateFile> file) throws StateFile.BusyException, InterruptedException {
        try {
            // As long as a run takes that finds the address and sends one request.
            return file.isPresent() ? file.get().lock(sending.timeout().multipliedBy(2), this::warn) : () -> {};
        } catch (IOException e) {
            warn("The state file cannot be locked, so another run may send the same update: " + LedgerPlace.reason(e)
                    + ".");
            return () -> {};
        }
    }

    private UpdateResult update(UpdateOrder order, Endpoint target, AddressFinder finder, Ledger ledger)
            throws Exception {
        UpdateClient client = new UpdateClient(
                http(), target, sending.method(), Duration.ofSeconds(Defaults.CONNECT_SECONDS), Product.USER_AGENT);
        Sender sender =
                new Sender(client, target, sending.method(), sending.timeout(), surroundings.clock(), Pause.REAL);
        PasswordHashes hashes = new SlowPasswordHashes();
        Updater updater = new Updater(
                sender,
                ledger,
                UnaryOperator.identity(),
                new Guard(Duration.ofDays(Defaults.KEEP_ALIVE_DAYS), Pace.Limit.DEFAULT, hashes),
                new Recorder(new HoldTimes(new SecureRandom()::nextDouble), hashes),
                new AccountTurns(),
                surroundings.clock(),
                Pause.REAL,
                verifying.nameServers());
        int count = order.hosts().requested().size();
        try (AutoCloseable line =
                ProgressLine.show(surroundings, count == 1 ? "Updating 1 host" : "Updating " + count + " hosts")) {
            return updater.update(order, finder, this::warn);
        }
    }

    /** What came of it in the DNS. Another run need not wait for that. */
    private UpdateResult verified(UpdateResult result) throws Exception {
        Optional<Duration> within = verifying.within();
        List<HostName> hosts = result.confirmed();
        if (within.isEmpty() || hosts.isEmpty()) {
            return result;
        }
        Publication publication = new Publication(
                verifying.nameServers(),
                result.address().orElseThrow(),
                hosts,
                surroundings.clock().instant(),
                within.get(),
                surroundings.clock());
        try (AutoCloseable line = ProgressLine.show(surroundings, "Waiting for the name servers")) {
            return result.published(publication.await(Pause.REAL), sending.failOn());
        }
    }

    /** {@return whether this run knew what the last one did, and the next one will know what this one knows} */
    private static boolean isKept(Ledger ledger) {
        try {
            ledger.all(); // again, if it could not be read before
            return ledger.failure().isEmpty() && ledger.damaged().isEmpty();
        } catch (IOException e) {
            return false; // the result says why nothing was sent
        }
    }

    private static OkHttpClient http() {
        return new OkHttpClient.Builder()
                .proxyAuthenticator(new ProxyAuthenticator(ProxyUser::authorization))
                .build();
    }

    private void warn(String message) {
        surroundings.err().println(message);
    }
}
