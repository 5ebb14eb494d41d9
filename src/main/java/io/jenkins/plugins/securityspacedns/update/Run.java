package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Hold;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One update of one account to one address, from the guard to the ledger. */
final class Run {

    private final Services services;
    private final Turn turn;
    private final Memory memory;
    private final UpdateOrder order;
    private final IpAddress address;
    private final Attempt attempt;
    private final Consumer<String> log;
    private final Map<HostName, Answered> answers = new HashMap<>();
    private Optional<Latch> latch;
    private boolean unreachable;

    /**
     * What every update uses.
     *
     * @param sender sends requests
     * @param guard decides what may be sent
     * @param recorder writes outcomes into the ledger
     * @param clock tells the time
     */
    record Services(Sender sender, Guard guard, Recorder recorder, Clock clock) {}

    Run(Services services, Turn turn, Memory memory, UpdateOrder order, IpAddress address, Consumer<String> log) {
        this.services = services;
        this.turn = turn;
        this.memory = memory;
        this.order = order;
        this.address = address;
        this.log = log;
        this.attempt =
                new Attempt(order.hosts().distinct(), address, order.account().password(), order.force());
        this.latch = services.guard().latch(memory.state(), attempt);
    }

    Map<HostName, Answered> run() throws InterruptedException {
        List<HostName> allowed = allowed(order.hosts().distinct());
        for (UpdateRequest request : services.sender().requestsFor(allowed, address)) {
            // What a request brought to light, such as a block, holds for the rest of the update too.
            List<HostName> still = allowed(request.hosts());
            if (!still.isEmpty()) {
                sendSplittingOnce(new UpdateRequest(still, address));
            }
        }
        return answers;
    }

    private List<HostName> allowed(List<HostName> hosts) {
        Instant now = services.clock().instant();
        List<HostName> allowed = new ArrayList<>();
        for (HostName host : hosts) {
            Decision decision = services.guard().decide(memory.state(), latch, attempt, host, now);
            Optional<Answered> shared = shared(host, decision);
            if (shared.isPresent()) {
                unreachable |= shared.get().outcome() == Outcome.UNREACHABLE;
                answers.put(host, shared.get().shared());
            } else if (decision instanceof Decision.Current current) {
                answer(host, Outcome.CURRENT, Outcome.CURRENT, HoldMessages.of(current), Duration.ZERO);
            } else if (decision instanceof Decision.Held held) {
                answer(host, Outcome.DEFERRED, held.cause(), HoldMessages.of(held), Duration.ZERO);
            } else if (unreachable) {
                answer(host, Outcome.DEFERRED, Outcome.UNREACHABLE, HoldMessages.AFTER_UNREACHABLE, Duration.ZERO);
            } else {
                allowed.add(host);
            }
        }
        return allowed;
    }

    /** What the server answered to the same wish of another update, as long as the ledger agrees. */
    private Optional<Answered> shared(HostName host, Decision decision) {
        if (decision instanceof Decision.Send) {
            return order.force() ? turn.sharedWithForced(order, address, host) : Optional.empty();
        }
        return turn.shared(order, address, host)
                .filter(answer -> decision instanceof Decision.Held held
                        ? held.cause() == answer.outcome()
                        : !answer.outcome().isProblem());
    }

    private void sendSplittingOnce(UpdateRequest request) throws InterruptedException {
        Sent sent = send(request);
        List<UpdateRequest> halves = request.halves();
        if (!sent.came().tooLong() || halves.size() == 1) {
            take(sent);
            return;
        }
        log.accept("The server finds the request too long (HTTP status 414). It is sent again in two halves.");
        for (UpdateRequest half : halves) {
            List<HostName> still = allowed(half.hosts());
            if (!still.isEmpty()) {
                take(send(new UpdateRequest(still, address)));
            }
        }
    }

    /** A request that was sent, and the moment at which that began. */
    private record Sent(long moment, Sender.Sent came) {}

    private Sent send(UpdateRequest request) throws InterruptedException {
        memory.keep(memory.state().sending(request.hosts(), address));
        long moment = turn.now();
        return new Sent(moment, services.sender().send(request, order.account()));
    }

    private void take(Sent sent) {
        Sender.Sent came = sent.came();
        AccountState next =
                services.recorder().record(memory.state(), attempt, came.answers(), came.retryAfter(), came.at());
        memory.keep(next);
        Map<HostName, Answered> taken = new HashMap<>();
        for (HostAnswer answer : came.answers()) {
            unreachable |= answer.outcome() == Outcome.UNREACHABLE;
            String message = next.host(answer.host())
                    .hold()
                    .filter(hold -> hold.cause() == answer.outcome())
                    .flatMap(Hold::until)
                    .map(until -> HoldMessages.withNextTry(answer.message(), until))
                    .orElse(answer.message());
            taken.put(answer.host(), new Answered(answer.outcome(), answer.outcome(), message, came.duration()));
        }
        answers.putAll(taken);
        turn.tell(order, address, sent.moment(), taken);
        latch = services.guard().latch(next, attempt);
    }

    private void answer(HostName host, Outcome outcome, Outcome cause, String message, Duration duration) {
        answers.put(host, new Answered(outcome, cause, message, duration));
    }
}
