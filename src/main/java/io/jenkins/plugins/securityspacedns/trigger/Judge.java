package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts into words what the guard says of an update that a job made before.
 *
 * @param guard decides, as it will in the build
 * @param history what is kept of the job
 */
record Judge(Guard guard, History history) {

    /**
     * @param update what the job updated
     * @param address the address that its hosts would get now
     * @param node the node whose address that is
     * @param password the password of the account
     * @param state what is known of the account
     * @param differing what the name servers serve, for hosts for which that is something else than was confirmed
     * @return why a build is to be started, or why not; of several hosts, about the one that weighs most
     */
    TriggerDecision judge(
            PastUpdate update,
            IpAddress address,
            LookupNode node,
            String password,
            AccountState state,
            Map<HostName, Served> differing,
            Instant now) {
        Set<HostName> hosts = update.hosts().keySet();
        WantedUpdate wanted = new WantedUpdate(WantedUpdate.digest(hosts), address, false, differing.keySet());
        Optional<AccountState.Stop> stop = guard.stop(state, password);
        HostName weightiest = null;
        Decision decision = null;
        for (HostName host : hosts) {
            Decision next = guard.decide(state, stop, wanted, host, now);
            if (decision == null || Reason.of(next).compareTo(Reason.of(decision)) < 0) {
                weightiest = host;
                decision = next;
            }
        }
        HostState known = state.host(weightiest);
        Reason reason = Reason.of(decision);
        String message =
                switch (reason) {
                    case UNCHANGED -> unchanged(hosts, address, node, state);
                    case STOPPED -> HoldMessages.why((Decision.Held) decision);
                    case HELD -> weightiest.ascii() + ": " + HoldMessages.why((Decision.Held) decision);
                    case ADDRESS_CHANGED -> addressChanged(known.confirmed().orElseThrow(), weightiest, address, node);
                    case DNS_DIFFERS -> differs(weightiest, differing.get(weightiest), address);
                    case PASSWORD_CHANGED ->
                        "The password changed since SecuritySpace refused it at " + time(known.last()) + ".";
                    case RESUMED ->
                        "The account goes on after SecuritySpace refused it with "
                                + known.last().orElseThrow().outcome() + " at " + time(known.last()) + ".";
                    case HOLD_OVER -> holdOver(known.hold().orElseThrow(), weightiest);
                    case KEEP_ALIVE_DUE -> keepAliveDue(known, weightiest, now);
                    default -> "SecuritySpace has not confirmed " + address + " for " + weightiest.ascii() + " yet.";
                };
        return new TriggerDecision(
                reason,
                message,
                Optional.of(weightiest),
                Optional.of(address),
                reason == Reason.DNS_DIFFERS
                        ? List.of()
                        : differing.entrySet().stream() // it may be too early to send again
                                .map(host -> differs(host.getKey(), host.getValue(), address))
                                .toList());
    }

    private static String differs(HostName host, Served served, IpAddress address) {
        return host.ascii() + ": the name servers serve " + served.addresses() + " instead of " + address + ".";
    }

    private static String unchanged(Set<HostName> hosts, IpAddress address, LookupNode node, AccountState state) {
        Instant oldest = hosts.stream()
                .flatMap(host -> state.host(host).confirmed().stream())
                .map(HostState.Confirmation::at)
                .min(Instant::compareTo)
                .orElseThrow();
        String first = hosts.iterator().next().ascii();
        String names = hosts.size() == 1 ? first : first + " and " + (hosts.size() - 1) + " more";
        return "The address of " + node.name() + " is " + address + ", which SecuritySpace confirmed for " + names
                + " at " + HoldMessages.time(oldest) + ".";
    }

    private String addressChanged(HostState.Confirmation confirmed, HostName host, IpAddress address, LookupNode node) {
        IpAddress before = confirmed.address();
        return history.knows(node, before)
                ? "The address of " + node.name() + " changed from " + before + " to " + address + "."
                : "SecuritySpace has " + before + " confirmed for " + host.ascii() + ", and the address of "
                        + node.name() + " is " + address + ".";
    }

    private static String holdOver(HostState.Hold hold, HostName host) {
        return "The hold of " + host.ascii() + " after " + hold.cause() + " is over since "
                + HoldMessages.time(hold.until().orElseThrow()) + ".";
    }

    private String keepAliveDue(HostState known, HostName host, Instant now) {
        HostState.Confirmation confirmed = known.confirmed().orElseThrow();
        String why = guard.due(known)
                .filter(due -> !due.isAfter(now))
                .map(due -> "a keep-alive is due since " + HoldMessages.time(due))
                .orElse("that is in the future: a clock was wrong");
        return "SecuritySpace confirmed " + confirmed.address() + " for " + host.ascii() + " at "
                + HoldMessages.time(confirmed.at()) + ", and " + why + ".";
    }

    private static String time(Optional<HostState.LastRequest> request) {
        return HoldMessages.time(request.orElseThrow().at());
    }
}
