package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
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

    private final Sender sender;
    private final Guard guard;
    private final Recorder recorder;
    private final Clock clock;
    private final Memory memory;
    private final UpdateOrder order;
    private final IpAddress address;
    private final Attempt attempt;
    private final Consumer<String> log;
    private final Map<HostName, Answered> answers = new HashMap<>();
    private Optional<Latch> latch;
    private boolean unreachable;

    Run(
            Sender sender,
            Guard guard,
            Recorder recorder,
            Clock clock,
            Memory memory,
            UpdateOrder order,
            IpAddress address,
            Consumer<String> log) {
        this.sender = sender;
        this.guard = guard;
        this.recorder = recorder;
        this.clock = clock;
        this.memory = memory;
        this.order = order;
        this.address = address;
        this.log = log;
        this.attempt =
                new Attempt(order.hosts().distinct(), address, order.account().password(), order.force());
        this.latch = guard.latch(memory.state(), attempt);
    }

    Map<HostName, Answered> run() throws InterruptedException {
        List<HostName> allowed = allowed(order.hosts().distinct());
        for (UpdateRequest request : sender.requestsFor(allowed, address)) {
            // What a request brought to light, such as a block, holds for the rest of the update too.
            List<HostName> still = allowed(request.hosts());
            if (!still.isEmpty()) {
                sendSplittingOnce(new UpdateRequest(still, address));
            }
        }
        return answers;
    }

    private List<HostName> allowed(List<HostName> hosts) {
        Instant now = clock.instant();
        List<HostName> allowed = new ArrayList<>();
        for (HostName host : hosts) {
            Decision decision = guard.decide(memory.state(), latch, attempt, host, now);
            if (decision instanceof Decision.Current current) {
                answer(host, Outcome.CURRENT, Outcome.CURRENT, Explanation.of(current), Duration.ZERO);
            } else if (decision instanceof Decision.Held held) {
                answer(host, Outcome.DEFERRED, held.cause(), Explanation.of(held), Duration.ZERO);
            } else if (unreachable) {
                answer(host, Outcome.DEFERRED, Outcome.UNREACHABLE, Explanation.AFTER_UNREACHABLE, Duration.ZERO);
            } else {
                allowed.add(host);
            }
        }
        return allowed;
    }

    private void sendSplittingOnce(UpdateRequest request) throws InterruptedException {
        Sender.Sent sent = send(request);
        List<UpdateRequest> halves = request.halves();
        if (!sent.tooLong() || halves.size() == 1) {
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

    private Sender.Sent send(UpdateRequest request) throws InterruptedException {
        memory.keep(memory.state().sending(request.hosts(), address));
        return sender.send(request, order.account());
    }

    private void take(Sender.Sent sent) {
        AccountState next = recorder.record(memory.state(), attempt, sent.answers(), sent.retryAfter(), sent.at());
        memory.keep(next);
        for (HostAnswer answer : sent.answers()) {
            unreachable |= answer.outcome() == Outcome.UNREACHABLE;
            answer(answer.host(), answer.outcome(), answer.outcome(), answer.message(), sent.duration());
        }
        latch = guard.latch(next, attempt);
    }

    private void answer(HostName host, Outcome outcome, Outcome cause, String message, Duration duration) {
        answers.put(host, new Answered(outcome, cause, message, duration));
    }
}
