package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server answered to a request, for others who want the same.
 *
 * @param order the update that it belonged to
 * @param address the address that was sent
 * @param sent the moment it was sent, in the time of its {@link AccountLine}
 * @param answered the moment it was answered
 * @param answers what came of it for each of its hosts
 */
record Receipt(UpdateOrder order, IpAddress address, long sent, long answered, Map<HostName, Answered> answers) {

    boolean isFor(HostName host) {
        return answers.containsKey(host);
    }

    boolean isSentAfter(long moment) {
        return sent > moment;
    }

    boolean isAnsweredAfter(long moment) {
        return answered > moment;
    }

    /** The answer for a host, if another update wanted the very same of the server. */
    Optional<Answered> answerTo(UpdateOrder other, IpAddress otherAddress, HostName host) {
        Answered answer = answers.get(host);
        boolean same = address.equals(otherAddress)
                && order.account().password().equals(other.account().password())
                // One stranger among the hosts makes a request nohost for all of them.
                && (answer.outcome() != Outcome.NOHOST || hosts(order).equals(hosts(other)));
        return same ? Optional.of(answer) : Optional.empty();
    }

    private static Set<HostName> hosts(UpdateOrder order) {
        return Set.copyOf(order.hosts().distinct());
    }
}
