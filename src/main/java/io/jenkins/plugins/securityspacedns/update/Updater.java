package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Ledger;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.lookup.NameServers;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Updates hosts: finds the address, and lets the update go out in its turn, together with others that want the same.
 *
 * @param sender sends requests
 * @param ledger what is known of accounts
 * @param names the name of a user in the ledger: the user name, or a pseudonym if it may be secret
 * @param guard decides what may be sent
 * @param recorder writes outcomes into the ledger
 * @param turns keeps updates of one account apart
 * @param clock tells the time
 * @param pause lets time pass until the pace of an account allows a request
 * @param nameServers tell what is served for hosts
 */
public record Updater(
        Sender sender,
        Ledger ledger,
        UnaryOperator<String> names,
        Guard guard,
        Recorder recorder,
        AccountTurns turns,
        Clock clock,
        Pause pause,
        NameServers nameServers) {

    /**
     * Updates hosts.
     *
     * @param order what is wanted
     * @param finder tells the address
     * @param log takes sentences for people while the update runs; maybe from another thread
     * @return exactly one outcome for every host, and the verdict
     * @throws InterruptedException if the thread was interrupted; a request that others share goes on for them
     */
    public UpdateResult update(UpdateOrder order, AddressFinder finder, Consumer<String> log)
            throws InterruptedException {
        Optional<UpdateResult> result = Optional.empty();
        while (result.isEmpty()) { // the address is found again if it got old while others had their turn
            AddressFinder.Found found = justFound(finder.find());
            log.accept(found.explanation());
            result = found.address().isEmpty()
                    ? Optional.of(withoutAddress(order, found.explanation()))
                    : inTurn(order, found, log);
        }
        return result.get();
    }

    /** A detection that takes long is not old when it ends, or it would be made again for ever. */
    private AddressFinder.Found justFound(AddressFinder.Found found) {
        Instant now = clock.instant();
        return found.isOld(now)
                ? new AddressFinder.Found(found.address(), found.explanation(), Optional.of(now))
                : found;
    }

    private Optional<UpdateResult> inTurn(UpdateOrder order, AddressFinder.Found found, Consumer<String> log)
            throws InterruptedException {
        AccountKey account = new AccountKey(
                sender.endpoint().service(), names.apply(order.account().username()));
        Set<HostName> differing =
                order.verify() ? differing(order, account, found.address().orElseThrow(), log) : Set.of();
        AccountUpdate update = new AccountUpdate(order, found, differing, log);
        boolean waits = turns.isBusy(account);
        Batch batch = turns.join(account, update, new Batch(this, account, update));
        if (waits) {
            log.accept("Another update of this account is under way. This one waits for it.");
        }
        try {
            return update.await();
        } catch (InterruptedException e) {
            turns.leave(batch, update);
            throw e;
        }
    }

    /** The hosts that would not be sent, because the server confirmed the address, but are not found there. */
    private Set<HostName> differing(UpdateOrder order, AccountKey account, IpAddress address, Consumer<String> log)
            throws InterruptedException {
        try {
            AccountState state = ledger.state(account);
            List<HostName> confirmed = order.hosts().distinct().stream()
                    .filter(host -> state.host(host).hasConfirmed(address))
                    .toList();
            Map<HostName, Served> differing = Publication.differing(nameServers, confirmed, address);
            differing.forEach((host, served) -> log.accept(host + ": the name servers serve " + served.addresses()
                    + " instead of " + address + ". " + served + "."));
            return differing.keySet();
        } catch (IOException e) {
            return Set.of(); // the turn reads the ledger too, and says so
        }
    }

    private static UpdateResult withoutAddress(UpdateOrder order, String explanation) {
        // The log has the explanation, and if it has several lines, once is enough.
        String message = explanation.contains("\n")
                ? "No public address was found, so nothing was sent.\n" + explanation
                : explanation;
        List<HostResult> results = order.hosts().requested().stream()
                .map(host -> new HostResult(
                        host.spelling(),
                        Outcome.NO_ADDRESS,
                        Outcome.NO_ADDRESS,
                        message,
                        order.failOn().verdict(Outcome.NO_ADDRESS),
                        Duration.ZERO))
                .toList();
        return new UpdateResult(Optional.empty(), results);
    }
}
