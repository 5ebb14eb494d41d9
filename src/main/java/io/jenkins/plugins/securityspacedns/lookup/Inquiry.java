package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.lookup.AnswerReader.Reading;
import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.lookup.Served.NameServer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * One look at many hosts. All its work but the waiting for sockets is done in the thread of the caller, one event after the
 * other, so that it needs no lock.
 */
final class Inquiry {

    /** How many questions are under way at a time, in all and to one server: a silent one must leave room for others. */
    private static final int AT_ONCE = 64;

    private static final int AT_ONCE_TO_ONE = 16;

    /** How long one datagram may be on its way, and how many times it is sent. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final int ATTEMPTS = 3;
    private static final int MOST_ADDRESSES = 4;

    /** How many zones a host may lead to, by aliases and by zones that begin below others, on all ways together. */
    private static final int MOST_STEPS = 8;

    private final List<InetSocketAddress> resolvers;
    private final Function<InetAddress, InetSocketAddress> ports;
    private final int type;
    private final long end;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Map<InetSocketAddress, Peer> peers = new LinkedHashMap<>();
    private final Set<CompletableFuture<Message>> asked = new LinkedHashSet<>();
    private final Map<Record, CompletableFuture<Message>> resolved = new HashMap<>();
    private final Map<Name, CompletableFuture<Zone>> zones = new HashMap<>();
    private int underWay;

    /** A name server at one of its addresses. */
    private record Server(Name name, IpAddress address) {}

    /** A server, by its socket, with the questions to it. */
    private static final class Peer {
        private final InetSocketAddress socket;
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int underWay;
        private boolean heard;
        private boolean silent;

        Peer(InetSocketAddress socket) {
            this.socket = socket;
        }
    }

    /** A zone with its name servers. */
    private record Zone(Name name, List<Server> servers) {}

    /** What the servers say of a name, and the names for which it is an alias. */
    private record Found(List<Name> aliases, List<NameServer> servers) {}

    /** The name servers of a host cannot be found. */
    private static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotFound(String why) {
            super(why, null, false, false);
        }
    }

    Inquiry(
            List<InetSocketAddress> resolvers,
            Function<InetAddress, InetSocketAddress> ports,
            Family family,
            Duration deadline) {
        this.resolvers = resolvers;
        this.ports = ports;
        this.type = family == Family.IPV6 ? Type.AAAA : Type.A;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    Map<HostName, Served> look(Collection<HostName> hosts) throws InterruptedException {
        Map<HostName, CompletableFuture<Served>> looks = new HashMap<>();
        List<HostName> order = new ArrayList<>(hosts);
        Collections.shuffle(order); // if there is no time for all, it is not always the same ones that wait in vain
        order.forEach(host -> looks.computeIfAbsent(host, this::look));
        CompletableFuture<Void> all = CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            Runnable event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event != null) {
                event.run();
            } else { // what is asked from now on fails at once, so that this ends
                List.copyOf(asked).forEach(question -> question.completeExceptionally(new SocketTimeoutException()));
            }
        }
        Map<HostName, Served> served = new LinkedHashMap<>();
        hosts.forEach(host -> served.put(host, looks.get(host).join()));
        return served;
    }

    private CompletableFuture<Served> look(HostName host) {
        Name name = absolute(host.ascii());
        return zone(name)
                .thenCompose(zone -> ask(zone, name, new AtomicInteger()))
                .thenApply(found -> new Served(
                        host, found.aliases().stream().map(Inquiry::text).toList(), found.servers(), ""))
                .exceptionally(e -> new Served(host, List.of(), List.of(), cause(e).getMessage()));
    }

    /** Walks up from a name to the zone it is in. */
    private CompletableFuture<Zone> zone(Name name) {
        CompletableFuture<Zone> known = zones.get(name);
        if (known == null) {
            known = resolve(name, Type.NS).thenCompose(answer -> {
                List<Name> servers = AnswerReader.servers(answer.getSection(Section.ANSWER), name);
                if (!servers.isEmpty()) {
                    return zone(name, servers);
                }
                Name parent = new Name(name, 1);
                return parent.equals(Name.root)
                        ? CompletableFuture.failedFuture(new NotFound("The resolver "
                                + resolvers.get(0).getHostString() + " knows no name servers of " + text(name)))
                        : zone(parent);
            });
            zones.put(name, known);
        }
        return known;
    }

    /** A zone whose name servers are known by name. */
    private CompletableFuture<Zone> zone(Name name, List<Name> servers) {
        List<CompletableFuture<List<Server>>> found = servers.stream()
                .map(server -> addresses(server, Type.A)
                        .thenCombine(
                                addresses(server, Type.AAAA),
                                (ipv4, ipv6) -> Stream.concat(ipv4.stream(), ipv6.stream())
                                        .map(address -> new Server(server, address))
                                        .toList()))
                .toList();
        return all(found).thenApply(lists -> {
            List<Server> all = lists.stream().flatMap(List::stream).toList();
            if (all.isEmpty()) {
                throw new NotFound("The name servers of " + text(name) + " have no address: "
                        + String.join(", ", servers.stream().map(Inquiry::text).toList()));
            }
            return new Zone(name, all);
        });
    }

    private CompletableFuture<List<IpAddress>> addresses(Name server, int family) {
        return resolve(server, family)
                .thenApply(answer -> answer.getSection(Section.ANSWER).stream()
                        .flatMap(found -> AnswerReader.address(found).stream())
                        .limit(MOST_ADDRESSES)
                        .toList())
                .exceptionally(e -> List.of());
    }

    /** Asks a resolver; the next one, if it fails. Each question is asked once. */
    private CompletableFuture<Message> resolve(Name name, int wanted) {
        Record question = Record.newRecord(name, wanted, DClass.IN);
        CompletableFuture<Message> known = resolved.get(question);
        if (known == null) {
            known = resolve(question, 0);
            resolved.put(question, known);
        }
        return known;
    }

    private CompletableFuture<Message> resolve(Record question, int first) {
        InetSocketAddress resolver = resolvers.get(first);
        return send(resolver, Message.newQuery(question))
                .thenApply(answer -> {
                    if (answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN) {
                        return answer;
                    }
                    throw new NotFound("The resolver " + resolver.getHostString() + " fails for "
                            + text(question.getName()) + ": " + Rcode.string(answer.getRcode()));
                })
                .handle((answer, e) -> {
                    if (e == null) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    return first + 1 < resolvers.size()
                            ? resolve(question, first + 1)
                            : CompletableFuture.<Message>failedFuture(
                                    cause(e) instanceof NotFound
                                            ? cause(e)
                                            : new NotFound("The resolver " + resolver.getHostString()
                                                    + " did not answer in time"));
                })
                .thenCompose(Function.identity());
    }

    /** Asks every server of a zone, and those to which they refer. */
    private CompletableFuture<Found> ask(Zone zone, Name name, AtomicInteger steps) {
        Map<Name, CompletableFuture<Found>> elsewhere = new HashMap<>();
        List<CompletableFuture<Found>> answers = new ArrayList<>();
        for (Server server : zone.servers()) {
            answers.add(authoritative(server, name)
                    .thenApply(message -> AnswerReader.read(message, zone.name(), name))
                    .thenCompose(reading -> follow(server, reading, name, steps, elsewhere))
                    .exceptionally(e -> new Found(List.of(), List.of(failed(server, cause(e))))));
        }
        return all(answers).thenApply(Inquiry::merged);
    }

    private CompletableFuture<Found> follow(
            Server server,
            Reading reading,
            Name name,
            AtomicInteger steps,
            Map<Name, CompletableFuture<Found>> elsewhere) {
        Optional<Name> next = reading.cut().or(reading::target);
        boolean goesOn =
                next.isPresent() && (elsewhere.containsKey(next.get()) || steps.incrementAndGet() <= MOST_STEPS);
        if (goesOn && reading.cut().isPresent()) {
            Name cut = next.get();
            return once(
                    elsewhere, cut, () -> zone(cut, reading.servers()).thenCompose(below -> ask(below, name, steps)));
        }
        if (goesOn) {
            Name target = next.get();
            return once(elsewhere, target, () -> zone(target).thenCompose(other -> ask(other, target, steps)))
                    .thenApply(found -> new Found(
                            Stream.concat(reading.aliases().stream(), found.aliases().stream())
                                    .distinct()
                                    .toList(),
                            found.servers()));
        }
        return CompletableFuture.completedFuture(new Found(
                reading.aliases(), List.of(said(server, reading.answer(), reading.addresses(), reading.detail()))));
    }

    private static CompletableFuture<Found> once(
            Map<Name, CompletableFuture<Found>> elsewhere,
            Name key,
            java.util.function.Supplier<CompletableFuture<Found>> work) {
        CompletableFuture<Found> known = elsewhere.get(key);
        if (known == null) {
            known = work.get();
            elsewhere.put(key, known);
        }
        return known;
    }

    private static Found merged(List<Found> all) {
        List<NameServer> servers = all.stream()
                .flatMap(found -> found.servers().stream())
                .distinct()
                .toList();
        // A server that this machine cannot reach over one family may well answer over the other.
        List<NameServer> counted = servers.stream()
                .filter(server -> server.answer() != Answer.UNREACHABLE
                        || servers.stream()
                                .noneMatch(other ->
                                        other.name().equals(server.name()) && other.answer() != Answer.UNREACHABLE))
                .toList();
        return new Found(
                all.stream()
                        .flatMap(found -> found.aliases().stream())
                        .distinct()
                        .toList(),
                counted);
    }

    private static NameServer failed(Server server, Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return said(server, Answer.SILENT, Set.of(), "");
        }
        return cause instanceof SocketException
                ? said(server, Answer.UNREACHABLE, Set.of(), why((SocketException) cause))
                : said(server, Answer.FAILED, Set.of(), "its answer cannot be read");
    }

    /** A port on which nothing listens has no message of its own. */
    private static String why(SocketException cause) {
        return cause.getMessage() == null ? "nothing listens there" : cause.getMessage();
    }

    private static NameServer said(Server server, Answer answer, Set<IpAddress> addresses, String detail) {
        return new NameServer(text(server.name()), server.address(), answer, addresses, detail);
    }

    private CompletableFuture<Message> authoritative(Server server, Name name) {
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        try {
            return send(ports.apply(InetAddress.getByAddress(server.address().bytes())), question);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** Sends a question as soon as few enough are under way, and again if no answer comes. */
    private CompletableFuture<Message> send(InetSocketAddress server, Message question) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        asked.add(answer);
        Peer peer = peers.computeIfAbsent(server, Peer::new);
        peer.waiting.add(() -> attempt(peer, question, ATTEMPTS, answer));
        events.add(this::next);
        return answer.whenComplete((message, e) -> asked.remove(answer));
    }

    private void next() {
        for (Peer peer : peers.values()) {
            while (underWay < AT_ONCE && peer.underWay < AT_ONCE_TO_ONE && !peer.waiting.isEmpty()) {
                underWay++;
                peer.underWay++;
                peer.waiting.remove().run();
            }
        }
    }

    private void attempt(Peer peer, Message question, int left, CompletableFuture<Message> answer) {
        Duration remaining = Duration.ofNanos(end - System.nanoTime());
        if (answer.isDone() || remaining.isNegative() || peer.silent) {
            events.add(() -> ended(peer, answer, null, new SocketTimeoutException())); // not while peers are walked
            return;
        }
        SimpleResolver client = new SimpleResolver(peer.socket);
        client.setTimeout(left == 1 && mayBeAwaited(peer) || remaining.compareTo(PATIENCE) < 0 ? remaining : PATIENCE);
        client.sendAsync(question)
                .whenCompleteAsync(
                        (message, e) -> {
                            Throwable cause = e == null ? null : cause(e);
                            if (isTimeout(cause) && left > 1) {
                                attempt(peer, question, left - 1, answer);
                            } else {
                                ended(peer, answer, message, isTimeout(cause) ? new SocketTimeoutException() : cause);
                            }
                        },
                        events::add);
    }

    /** Whether nothing is gained by giving up: no question waits for its turn, and no other resolver for its own. */
    private boolean mayBeAwaited(Peer peer) {
        int resolver = resolvers.indexOf(peer.socket);
        return peer.waiting.isEmpty() && (resolver < 0 || resolver == resolvers.size() - 1);
    }

    /** A server that let a question down and never answered one is not asked the others. */
    private void ended(Peer peer, CompletableFuture<Message> answer, Message message, Throwable cause) {
        underWay--;
        peer.underWay--;
        peer.heard |= !(cause instanceof SocketTimeoutException);
        peer.silent |= !peer.heard;
        events.add(this::next);
        if (cause == null) {
            answer.complete(message);
        } else {
            answer.completeExceptionally(cause);
        }
    }

    /** The library gives a plain exception for a time that ran out. */
    private static boolean isTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException
                || cause != null
                        && cause.getClass() == IOException.class
                        && String.valueOf(cause.getMessage()).startsWith("Timed out");
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }

    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? cause(e.getCause()) : e;
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name + ".");
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a name: " + name, e);
        }
    }

    private static String text(Name name) {
        return name.toString(true);
    }
}
