package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.ledger.Recorder;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Updates of one account that go out together, because they want the same address with the same password. */
final class Batch extends Turn {

    /** How long a request waits for the pace of its account. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Updater updater;
    private final AccountKey account;
    private final Account credentials;
    private final IpAddress address;
    private final List<AccountUpdate> members = new CopyOnWriteArrayList<>();
    private final Deque<UpdateRequest> requests = new ArrayDeque<>();
    private Optional<AccountState.Stop> stop;
    private boolean unreachable;
    private boolean halved;
    private boolean complained;

    Batch(Updater updater, AccountKey account, AccountUpdate first) {
        this.updater = updater;
        this.account = account;
        this.credentials = first.order().account();
        this.address = first.address();
        members.add(first);
    }

    boolean admits(AccountUpdate update) {
        return !members.isEmpty() && members.get(0).goesWith(update);
    }

    void add(AccountUpdate update) {
        members.add(update);
    }

    /** One who was aborted leaves alone. If nobody is left who waits for something, the batch ends. */
    void remove(AccountUpdate update) {
        members.remove(update);
        if (members.stream().allMatch(AccountUpdate::isOver)) {
            leave();
        }
    }

    @Override
    void fail(RuntimeException cause) {
        members.forEach(member -> member.fail(cause));
    }

    /**
     * Waits for others who want the same, so that they share the request: the longer, the more of its pace the account has
     * used, but no address gets old meanwhile. The first request of a while goes out at once.
     */
    @Override
    void gather() throws InterruptedException {
        Instant now = now();
        long seconds = members.stream()
                .mapToLong(member -> member.found().left(now).toSeconds() - 1) // a pause may take a little longer
                .reduce(updater.guard().gathering(state(), now).toSeconds(), Math::min);
        if (seconds > 0 && isToSend()) {
            log("This account sent requests a moment ago. This one waits " + seconds
                    + " s for other updates to go along.");
            updater.pause().pause(Duration.ofSeconds(seconds));
        }
    }

    private boolean isToSend() {
        AccountState state = state();
        Optional<AccountState.Stop> set = updater.guard().stop(state, credentials.password());
        return members.stream()
                .anyMatch(member -> member.order().hosts().distinct().stream()
                        .anyMatch(host -> updater.guard().decide(state, set, member.wanted(), host, now())
                                instanceof Decision.Send));
    }

    /** What is known of the account now; nothing if it cannot be read, which {@link #run} says. */
    private AccountState state() {
        try {
            return updater.ledger().state(account);
        } catch (IOException e) {
            return AccountState.UNKNOWN;
        }
    }

    /** If the ledger cannot be written, the turn goes on, and that is said once. */
    private void change(UnaryOperator<AccountState> change) {
        try {
            updater.ledger().change(account, change);
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                log("WARNING: The ledger cannot be written, so this update may not be remembered: " + e.getMessage());
            }
        }
    }

    @Override
    void run() throws InterruptedException {
        sendBackWithOldAddresses();
        Set<HostName> wanted = new LinkedHashSet<>();
        members.forEach(member -> wanted.addAll(member.order().hosts().distinct()));
        try {
            updater.ledger().state(account);
        } catch (IOException e) {
            defer(wanted, HoldMessages.unreadable(e));
            return;
        }
        change(state -> state); // saves what could not be saved before
        stop = updater.guard().stop(state(), credentials.password());
        requests.addAll(updater.sender().requestsFor(List.copyOf(allowed(wanted).keySet()), address));
        while (!requests.isEmpty()) {
            // What a request brought to light, such as a block, holds for the next one too.
            Set<HostName> hosts = allowed(requests.removeFirst().hosts()).keySet();
            if (hosts.isEmpty()) {
                continue;
            }
            if (isWithinPace()) {
                send(allowed(hosts)); // without those who were aborted meanwhile
            } else {
                defer(hosts, HoldMessages.paced(state(), updater.guard(), now()));
            }
        }
    }

    private void sendBackWithOldAddresses() {
        Instant now = now();
        for (AccountUpdate member : members) {
            if (member.found().isOld(now)) {
                members.remove(member);
                member.endWithoutResult();
            }
        }
    }

    /** The hosts that may be sent. Those that may not get their outcome. */
    private Map<HostName, Recorder.Cause> allowed(Collection<HostName> hosts) {
        Instant now = now();
        AccountState state = state();
        Map<HostName, Recorder.Cause> allowed = new LinkedHashMap<>();
        for (AccountUpdate member : members) {
            for (HostName host : hosts) {
                if (member.isOpen(host)) {
                    Decision decision = updater.guard().decide(state, stop, member.wanted(), host, now);
                    if (decision instanceof Decision.Current current) {
                        answer(member, host, Outcome.CURRENT, Outcome.CURRENT, HoldMessages.of(current));
                    } else if (decision instanceof Decision.Held held) {
                        answer(member, host, Outcome.DEFERRED, held.cause(), HoldMessages.of(held));
                    } else if (unreachable) {
                        String message = HoldMessages.AFTER_UNREACHABLE;
                        answer(member, host, Outcome.DEFERRED, Outcome.UNREACHABLE, message);
                    } else {
                        SendReason reason = ((Decision.Send) decision).reason();
                        allowed.putIfAbsent(
                                host, new Recorder.Cause(reason, member.wanted().hosts()));
                    }
                }
            }
        }
        return allowed;
    }

    private static void answer(AccountUpdate member, HostName host, Outcome outcome, Outcome cause, String message) {
        member.answer(host, outcome, cause, message, Duration.ZERO);
    }

    private void defer(Collection<HostName> hosts, String message) {
        for (AccountUpdate member : members) {
            hosts.forEach(host -> answer(member, host, Outcome.DEFERRED, Outcome.DEFERRED, message));
        }
    }

    private void send(Map<HostName, Recorder.Cause> hosts) throws InterruptedException {
        if (hosts.isEmpty()) {
            return;
        }
        UpdateRequest request = new UpdateRequest(List.copyOf(hosts.keySet()), address);
        HostName first = request.hosts().get(0);
        Pace.PastRequest past =
                new Pace.PastRequest(now(), first.ascii(), hosts.get(first).reason());
        change(state ->
                state.sending(hosts.keySet(), address).paced(updater.guard().limit(), past));
        Sender.RequestEnd came = updater.sender().send(request, credentials);
        if (came.tooLong() && !halved && hosts.size() > 1) {
            sendInHalves(request);
        } else if (came.isNohostForAll() && hosts.size() > 1) {
            sendInParts(request);
        } else {
            take(came, hosts);
        }
    }

    /** Waits for the pace of the account if that does not take long, by the clock: it may be slower than the pause. */
    private boolean isWithinPace() throws InterruptedException {
        Duration left = PATIENCE;
        Optional<Instant> next = updater.guard().paced(state(), now());
        while (next.isPresent()) {
            Duration wait = Duration.between(now(), next.get());
            if (wait.compareTo(left) > 0) {
                return false;
            }
            if (left.equals(PATIENCE)) {
                log("The pace of this account allows the next request in " + Math.max(1, wait.toSeconds()) + " s.");
            }
            left = left.minus(wait);
            updater.pause().pause(wait);
            next = updater.guard().paced(state(), now());
        }
        return true;
    }

    private Instant now() {
        return updater.clock().instant();
    }

    /** Once: a server that finds half a request too long has another problem. */
    private void sendInHalves(UpdateRequest request) {
        log("The server finds the request too long (HTTP status 414). It is sent again in two halves.");
        halved = true;
        List<UpdateRequest> waiting = new ArrayList<>(requests);
        requests.clear();
        requests.addAll(request.halves());
        waiting.forEach(other -> requests.addAll(other.halves()));
    }

    /** One name that the account does not have makes the server refuse all hosts of a request. */
    private void sendInParts(UpdateRequest request) {
        log("The server refuses all " + request.hosts().size() + " hosts of the request (nohost). One wrong name is"
                + " enough for that. They are sent again in two parts, to find it.");
        List<List<HostName>> parts = parts(request.hosts());
        for (int i = parts.size() - 1; i >= 0; i--) {
            requests.addFirst(new UpdateRequest(parts.get(i), address));
        }
    }

    /** Hosts that were confirmed before apart from the others, else one half of the builds, else one half of the hosts. */
    private List<List<HostName>> parts(List<HostName> hosts) {
        AccountState state = state();
        List<List<HostName>> byConfirmation =
                grouped(hosts, host -> state.host(host).confirmed().isPresent());
        if (byConfirmation.size() > 1) {
            return byConfirmation;
        }
        List<List<HostName>> builds = grouped(
                hosts,
                host -> members.stream().filter(member -> member.isOpen(host)).findFirst());
        List<List<HostName>> units =
                builds.size() > 1 ? builds : hosts.stream().map(List::of).toList();
        int middle = (units.size() + 1) / 2;
        return Stream.of(units.subList(0, middle), units.subList(middle, units.size()))
                .map(half -> half.stream().flatMap(List::stream).toList())
                .toList();
    }

    /** Groups in the order in which they begin. */
    private static <K> List<List<HostName>> grouped(List<HostName> hosts, Function<HostName, K> key) {
        return List.copyOf(hosts.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private void take(Sender.RequestEnd came, Map<HostName, Recorder.Cause> causes) {
        Recorder.SentRequest sent = new Recorder.SentRequest(
                address, credentials.password(), causes, came.response(), came.retryAfter(), came.at());
        AccountState before = state();
        change(state -> updater.recorder().record(state, sent));
        AccountState state = state();
        stop = updater.guard().stop(state, credentials.password());
        // A stop that no host has as its outcome would go unseen until the next request. It comes before the
        // answers, of which the last one ends an update and its log.
        stop.filter(held -> came.response().answers().stream().noneMatch(answer -> answer.outcome() == held.cause()))
                .map(held -> HoldMessages.why(new Decision.Held(held.cause(), held.since(), Optional.empty())))
                .ifPresent(this::log);
        for (HostAnswer answer : came.response().answers()) {
            unreachable |= answer.outcome() == Outcome.UNREACHABLE;
            String said = answer.outcome() == Outcome.NOHOST
                    ? HoldMessages.ofNohost(
                            answer.message(), before.host(answer.host()).confirmed())
                    : answer.message();
            String message = state.host(answer.host())
                    .hold()
                    .filter(hold -> hold.cause() == answer.outcome())
                    .flatMap(HostState.Hold::until)
                    .map(until -> HoldMessages.withNextTry(said, until))
                    .orElse(said);
            for (AccountUpdate member : members) {
                member.answer(answer.host(), answer.outcome(), answer.outcome(), message, came.duration());
            }
        }
    }

    /** A build whose log takes nothing any more fails alone. */
    private void log(String line) {
        for (AccountUpdate member : members) {
            try {
                member.log().accept(line);
            } catch (RuntimeException e) {
                members.remove(member);
                member.fail(e);
            }
        }
    }
}
