package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Confirmation;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Hold;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.LastRequest;
import io.jenkins.plugins.securityspacedns.ledger.Stop;
import io.jenkins.plugins.securityspacedns.ledger.WantedUpdate;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether the update that a job made last is worth making again. The guard decides that, as it will in the
 * build; this adds why.
 */
final class Judge {

    private final Guard guard;

    Judge(Guard guard) {
        this.guard = guard;
    }

    /**
     * @param update what the job last updated
     * @param address the address that its hosts would get now
     * @param place whose address that is, for people
     * @param password the password of the account
     * @param state what is known of the account
     * @param now the time
     * @return why a build is to be started, or why not
     */
    TriggerDecision judge(
            LastUpdate update, IpAddress address, String place, String password, AccountState state, Instant now) {
        WantedUpdate wanted = new WantedUpdate(WantedUpdate.digest(update.hosts()), address, false);
        Optional<Stop> stop = guard.stop(state, password);
        Case at = new Case(update, address, place, state, now);
        return TriggerDecision.first(update.hosts().stream()
                .map(host -> at.say(host, guard.decide(state, stop, wanted, host, now)))
                .toList());
    }

    /** One update under one state of its account. */
    private final class Case {

        private final LastUpdate update;
        private final IpAddress address;
        private final String place;
        private final AccountState state;
        private final Instant now;

        Case(LastUpdate update, IpAddress address, String place, AccountState state, Instant now) {
            this.update = update;
            this.address = address;
            this.place = place;
            this.state = state;
            this.now = now;
        }

        TriggerDecision say(HostName host, Decision decision) {
            if (decision instanceof Decision.Current) {
                return unchanged();
            }
            if (decision instanceof Decision.Held held) {
                return held.cause().isRefusalOfAccount()
                        ? new TriggerDecision(Reason.LATCHED, HoldMessages.why(held))
                        : new TriggerDecision(Reason.HELD, host.ascii() + ": " + HoldMessages.why(held));
            }
            return send(host, state.host(host));
        }

        TriggerDecision unchanged() {
            Instant oldest = update.hosts().stream()
                    .flatMap(host -> state.host(host).confirmed().stream())
                    .map(Confirmation::at)
                    .min(Instant::compareTo)
                    .orElse(now);
            return new TriggerDecision(
                    Reason.UNCHANGED,
                    "The address of " + place + " is " + address + ", which SecuritySpace confirmed for " + hosts()
                            + " at " + HoldMessages.time(oldest) + ".");
        }

        private String hosts() {
            String first = update.hosts().get(0).ascii();
            int others = update.hosts().size() - 1;
            return others == 0 ? first : first + " and " + others + " more";
        }

        private TriggerDecision send(HostName host, HostState known) {
            String name = host.ascii();
            Optional<LastRequest> refused =
                    known.last().filter(last -> last.outcome().isRefusalOfAccount());
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            Optional<Hold> wait = known.hold().filter(hold -> hold.until().isPresent());
            boolean triedAlready = update.address().filter(address::equals).isPresent();
            if (wait.isPresent() && triedAlready) {
                return new TriggerDecision(
                        Reason.BACKOFF_OVER,
                        "The wait of " + name + " after " + wait.get().cause() + " is over since "
                                + HoldMessages.time(wait.get().until().orElseThrow()) + ".");
            }
            Optional<Confirmation> confirmed = known.confirmed();
            if (known.hasConfirmed(address)) {
                return renewal(name, known);
            }
            if (confirmed.isPresent() && !confirmed.get().address().equals(address)) {
                return new TriggerDecision(
                        Reason.ADDRESS_CHANGED,
                        "The address of " + place + " changed from "
                                + confirmed.get().address() + " to " + address + ".");
            }
            return new TriggerDecision(
                    Reason.NOT_CONFIRMED, "SecuritySpace has not confirmed " + address + " for " + name + " yet.");
        }

        private TriggerDecision renewal(String name, HostState known) {
            Instant at = known.confirmed().orElseThrow().at();
            String why = guard.due(known)
                    .filter(due -> !due.isAfter(now))
                    .map(due -> "keep-alive is due since " + HoldMessages.time(due))
                    .orElse("that is in the future: a clock was wrong");
            return new TriggerDecision(
                    Reason.KEEP_ALIVE_DUE,
                    "SecuritySpace confirmed " + address + " for " + name + " at " + HoldMessages.time(at) + ", and "
                            + why + ".");
        }

        private TriggerDecision refused(LastRequest last) {
            String at = HoldMessages.time(last.at());
            return state.stop().isPresent()
                    ? new TriggerDecision(
                            Reason.PASSWORD_CHANGED,
                            "The password changed since SecuritySpace refused it at " + at + ".")
                    : new TriggerDecision(
                            Reason.RESUMED,
                            "The account goes on after SecuritySpace refused it with " + last.outcome() + " at " + at
                                    + ".");
        }
    }
}
