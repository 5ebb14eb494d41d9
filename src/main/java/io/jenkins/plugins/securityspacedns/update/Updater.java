package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Updates hosts: finds the address, asks the guard for each host, sends what may be sent, records what came of it, and
 * says what it means.
 */
public final class Updater {

    private final Run.Services services;
    private final LedgerStore ledger;
    private final AccountGate gate;

    /**
     * @param sender sends requests
     * @param ledger where it is kept what is known of accounts
     * @param guard decides what may be sent
     * @param recorder writes outcomes into the ledger
     * @param gate keeps updates of one account apart
     * @param clock tells the time
     */
    public Updater(Sender sender, LedgerStore ledger, Guard guard, Recorder recorder, AccountGate gate, Clock clock) {
        this.services = new Run.Services(sender, guard, recorder, clock);
        this.ledger = ledger;
        this.gate = gate;
    }

    /**
     * Updates hosts.
     *
     * @param order what is wanted
     * @param finder tells the address
     * @param log takes sentences for people while the update runs
     * @return exactly one outcome for every host, and the verdict
     * @throws InterruptedException if the thread was interrupted; what the server answered until then is recorded
     */
    public UpdateResult update(UpdateOrder order, AddressFinder finder, Consumer<String> log)
            throws InterruptedException {
        AddressFinder.Found found = finder.find();
        log.accept(found.explanation());
        Optional<IpAddress> address = found.address();
        if (address.isEmpty()) {
            return withoutAddress(order, found.explanation());
        }
        Map<HostName, Answered> answers = inTurn(order, address.get(), log);
        List<HostResult> results = order.hosts().requested().stream()
                .map(host -> {
                    Answered answered = answers.get(host.name());
                    return new HostResult(
                            host.spelling(),
                            answered.outcome(),
                            answered.cause(),
                            answered.message(),
                            answered.verdict(order.failOn()),
                            answered.duration());
                })
                .toList();
        return new UpdateResult(address, results);
    }

    private Map<HostName, Answered> inTurn(UpdateOrder order, IpAddress address, Consumer<String> log)
            throws InterruptedException {
        String username = order.account().username();
        Runnable waiting = () -> log.accept("Another update of this account is under way. This one waits for it.");
        try (Turn turn = gate.enter(ledger.nameOf(username), waiting)) {
            return new Run(services, turn, new Memory(ledger, username, log), order, address, log).run();
        }
    }

    private static UpdateResult withoutAddress(UpdateOrder order, String explanation) {
        List<HostResult> results = order.hosts().requested().stream()
                .map(host -> new HostResult(
                        host.spelling(),
                        Outcome.NO_ADDRESS,
                        Outcome.NO_ADDRESS,
                        explanation,
                        order.failOn().verdict(Outcome.NO_ADDRESS),
                        Duration.ZERO))
                .toList();
        return new UpdateResult(Optional.empty(), results);
    }
}
