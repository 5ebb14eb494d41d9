package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Reply;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParser;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the server whether it takes credentials, by a request that names no host and changes nothing. It takes its turn
 * with the updates of the account; a stop or the pace keeps it from being sent, and a block or a refusal sets a stop.
 *
 * @param client sends the request
 * @param ledger what is known of accounts
 * @param guard decides what may be sent
 * @param recorder writes stops into the ledger
 * @param turns keeps updates of one account apart
 * @param clock tells the time
 */
public record ConnectionProbe(
        UpdateClient client, Ledger ledger, Guard guard, Recorder recorder, AccountTurns turns, Clock clock) {

    /** Takes the place of the hosts when the answer is read; nothing of it is sent or kept. */
    private static final HostName NO_HOST = HostName.parse("probe.invalid");

    private static final IpAddress NO_ADDRESS = IpAddress.parse("192.0.2.1");

    /**
     * What came of it.
     *
     * @param notSent why nothing was sent, as a sentence; or
     * @param reply the server's reply
     * @param outcome what the reply means; {@code nohost} if the server takes the credentials
     */
    public record Probed(Optional<String> notSent, Optional<Reply> reply, Optional<Outcome> outcome) {

        static Probed notSent(String why) {
            return new Probed(Optional.of(why), Optional.empty(), Optional.empty());
        }
    }

    /**
     * Asks the server.
     *
     * @param key the account in the ledger
     * @param account the credentials
     * @param deadline how long the request may take, and how long to wait for the turn
     * @return what came of it
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    public Probed probe(AccountKey key, Account account, Duration deadline) throws InterruptedException {
        Turn.Task<Probed> turn = new Turn.Task<>(() -> ask(key, account, deadline));
        turns.add(key, turn);
        return turn.await(deadline.multipliedBy(2))
                .orElseGet(() -> Probed.notSent(
                        "Not sent: other requests of this account are under way. Try again in a while."));
    }

    private Probed ask(AccountKey key, Account account, Duration deadline) throws InterruptedException {
        try {
            AccountState state = ledger.state(key);
            Optional<AccountState.Stop> stop = guard.stop(state, account.password());
            if (stop.isPresent()) {
                return Probed.notSent(HoldMessages.of(
                        new Decision.Held(stop.get().cause(), stop.get().since(), Optional.empty())));
            }
            if (guard.paced(state, clock.instant()).isPresent()) {
                return Probed.notSent(HoldMessages.paced(state, guard, clock.instant()));
            }
            Pace.PastRequest past = new Pace.PastRequest(clock.instant(), NO_HOST.ascii(), SendReason.FORCED);
            ledger.change(key, before -> before.paced(guard.limit(), past));
            Reply reply = client.probe(account, deadline);
            Optional<ParsedResponse> response = response(reply);
            Optional<Outcome> refusal = response.flatMap(ParsedResponse::stop);
            if (refusal.isPresent()) {
                ledger.change(
                        key, before -> recorder.stopped(before, refusal.get(), account.password(), clock.instant()));
            }
            return new Probed(
                    Optional.empty(),
                    Optional.of(reply),
                    response.map(parsed -> parsed.answers().get(0).outcome()));
        } catch (IOException e) {
            return Probed.notSent(e.getMessage());
        }
    }

    private static Optional<ParsedResponse> response(Reply reply) {
        return reply instanceof Reply.Whole whole
                ? Optional.of(ResponseParser.parse(new UpdateRequest(List.of(NO_HOST), NO_ADDRESS), whole.answer()))
                : Optional.empty();
    }
}
