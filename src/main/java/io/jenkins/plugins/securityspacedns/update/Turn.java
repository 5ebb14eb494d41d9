package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.Map;
import java.util.Optional;

/** The time in which one update alone has to do with an account. */
final class Turn implements AutoCloseable {

    private final AccountLine line;
    private final long arrived;

    Turn(AccountLine line, long arrived) {
        this.line = line;
        this.arrived = arrived;
    }

    /** The moment at which a request is sent. */
    long now() {
        return line.now();
    }

    /** Tells those who wait what the server answered to a request. */
    void tell(UpdateOrder order, IpAddress address, long sent, Map<HostName, Answered> answers) {
        line.tell(new Receipt(order, address, sent, line.now(), answers));
    }

    /** What the server answered for a host while this update waited, if it is the answer to what this one wants. */
    Optional<Answered> shared(UpdateOrder order, IpAddress address, HostName host) {
        return line.latest(host, arrived).flatMap(receipt -> receipt.answerTo(order, address, host));
    }

    /**
     * The same, but for an update that is forced: it wants a request that is sent after it came. A latch that was lifted
     * meanwhile was lifted for it.
     */
    Optional<Answered> sharedWithForced(UpdateOrder order, IpAddress address, HostName host) {
        return line.latest(host, arrived)
                .filter(receipt -> receipt.isSentAfter(arrived))
                .flatMap(receipt -> receipt.answerTo(order, address, host))
                .filter(answer -> !answer.outcome().isRefusalOfAccount());
    }

    @Override
    public void close() {
        line.leave(arrived);
        line.lock().unlock();
    }
}
