package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Reply;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParser;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the server whether it takes credentials, by a request that names no host and changes nothing. It takes its turn
 * with the updates of the account, a latch stops it like them, and a block or a refusal that it meets sets one.
 */
public final class ConnectionProbe {

    /** Takes the place of the hosts where the answer is read; nothing of it is sent or kept. */
    private static final HostName NO_HOST = HostName.parse("probe.invalid");

    private static final IpAddress NO_ADDRESS = IpAddress.parse("192.0.2.1");

    private final UpdateClient client;
    private final LedgerStore ledger;
    private final Guard guard;
    private final Recorder recorder;
    private final AccountGate gate;
    private final Clock clock;

    /**
     * What came of it: the latch that stopped it, or the server's reply.
     *
     * @param latch the latch
     * @param reply the reply
     * @param outcome what the reply means; {@code nohost} where the server takes the credentials
     */
    public record Probed(Optional<Latch> latch, Optional<Reply> reply, Optional<Outcome> outcome) {}

    /**
     * @param client sends the request
     * @param ledger where it is kept what is known of accounts
     * @param guard decides what may be sent
     * @param recorder writes outcomes into the ledger
     * @param gate keeps updates of one account apart
     * @param clock tells the time
     */
    public ConnectionProbe(
            UpdateClient client, LedgerStore ledger, Guard guard, Recorder recorder, AccountGate gate, Clock clock) {
        this.client = client;
        this.ledger = ledger;
        this.guard = guard;
        this.recorder = recorder;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Asks the server.
     *
     * @param account the credentials
     * @param deadline how long the request may take
     * @return what came of it
     * @throws IOException if the ledger cannot be read, so that nothing was sent, or cannot be written
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Probed probe(Account account, Duration deadline) throws IOException, InterruptedException {
        String username = account.username();
        try (Turn turn = gate.enter(ledger.nameOf(username), () -> {})) {
            AccountState state = ledger.load(username);
            Attempt attempt = new Attempt(List.of(), NO_ADDRESS, account.password(), true);
            Optional<Latch> latch = guard.latch(state, attempt);
            if (latch.isPresent()) {
                return new Probed(latch, Optional.empty(), Optional.empty());
            }
            Reply reply = client.probe(account, deadline);
            Optional<HostAnswer> answer = answer(reply);
            if (answer.filter(said -> said.outcome().isRefusalOfAccount()).isPresent()) {
                List<HostAnswer> answers = List.of(answer.get());
                AccountState latched = recorder.record(state, attempt, answers, state.notBefore(), clock.instant());
                ledger.save(username, new AccountState(latched.latch(), state.notBefore(), state.hosts()));
            }
            return new Probed(Optional.empty(), Optional.of(reply), answer.map(HostAnswer::outcome));
        }
    }

    private static Optional<HostAnswer> answer(Reply reply) {
        return reply instanceof Reply.Whole whole
                ? ResponseParser.parse(new UpdateRequest(List.of(NO_HOST), NO_ADDRESS), whole.answer())
                        .answers()
                        .stream()
                        .findFirst()
                : Optional.empty();
    }
}
