package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.lookup.AnswerReader.Reading;
import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.lookup.Served.NameServer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** One look at many hosts: finds the name servers of each, by the resolvers, and asks all of them. */
final class Inquiry {

    private static final int MOST_ADDRESSES = 4;

    /** How many zones a host may lead to, by aliases and by zones that begin below others, on all ways together. */
    private static final int MOST_STEPS = 8;

    private final List<InetSocketAddress> resolvers;
    private final Function<InetAddress, InetSocketAddress> ports;
    private final int type;
    private final Questions questions;
    private final Map<Record, CompletableFuture<Message>> resolved = new HashMap<>();
    private final Map<Name, CompletableFuture<Zone>> zones = new HashMap<>();

    /** A name server at one of its addresses. */
    private record Server(Name name, IpAddress address) {

        NameServer says(Answer answer, Set<IpAddress> addresses, String detail) {
            return new NameServer(text(name), address, answer, addresses, detail);
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
        this.questions = new Questions(resolvers, deadline);
    }

    Map<HostName, Served> look(Collection<HostName> hosts) throws InterruptedException {
        Map<HostName, CompletableFuture<Served>> looks = new HashMap<>();
        List<HostName> order = new ArrayList<>(hosts);
        Collections.shuffle(order); // if there is no time for all, it is not always the same ones that wait in vain
        order.forEach(host -> looks.computeIfAbsent(host, this::look));
        questions.await(CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new)));
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
                .exceptionally(e -> new Served(
                        host, List.of(), List.of(), Questions.cause(e).getMessage()));
    }

    /** Walks up from a name to the zone it is in. */
    private CompletableFuture<Zone> zone(Name name) {
        return once(
                zones,
                name,
                () -> resolve(name, Type.NS).thenCompose(answer -> {
                    List<Name> servers = AnswerReader.servers(answer.getSection(Section.ANSWER), name);
                    if (!servers.isEmpty()) {
                        return zone(name, servers);
                    }
                    Name parent = new Name(name, 1);
                    return parent.equals(Name.root)
                            ? CompletableFuture.failedFuture(new NotFound("The resolver "
                                    + resolvers.get(0).getHostString() + " knows no name servers of " + text(name)))
                            : zone(parent);
                }));
    }

    /** A zone whose name servers are known by name. */
    private CompletableFuture<Zone> zone(Name name, List<Name> servers) {
        List<CompletableFuture<List<Server>>> found = servers.stream()
                .flatMap(server -> Stream.of(addresses(server, Type.A), addresses(server, Type.AAAA)))
                .toList();
        return all(found).thenApply(lists -> {
            List<Server> all = joined(lists);
            if (all.isEmpty()) {
                throw new NotFound("The name servers of " + text(name) + " have no address: "
                        + String.join(", ", servers.stream().map(Inquiry::text).toList()));
            }
            return new Zone(name, all);
        });
    }

    private CompletableFuture<List<Server>> addresses(Name server, int family) {
        return resolve(server, family)
                .thenApply(answer -> answer.getSection(Section.ANSWER).stream()
                        .flatMap(found -> AnswerReader.address(found).stream())
                        .limit(MOST_ADDRESSES)
                        .map(address -> new Server(server, address))
                        .toList())
                .exceptionally(e -> List.of());
    }

    /** Asks a resolver; the next one, if it fails. Each question is asked once. */
    private CompletableFuture<Message> resolve(Name name, int wanted) {
        Record question = Record.newRecord(name, wanted, DClass.IN);
        return once(resolved, question, () -> resolve(question, 0));
    }

    private CompletableFuture<Message> resolve(Record question, int first) {
        InetSocketAddress resolver = resolvers.get(first);
        return questions
                .ask(resolver, Message.newQuery(question))
                .thenApply(answer -> {
                    if (answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN) {
                        return answer;
                    }
                    throw new NotFound("The resolver " + resolver.getHostString() + " fails for "
                            + text(question.getName()) + ": " + Rcode.string(answer.getRcode()));
                })
                .exceptionallyCompose(e -> first + 1 < resolvers.size()
                        ? resolve(question, first + 1)
                        : CompletableFuture.failedFuture(
                                Questions.cause(e) instanceof NotFound
                                        ? e
                                        : new NotFound("The resolver " + resolver.getHostString()
                                                + " did not answer in time")));
    }

    /** Asks every server of a zone, and those to which they refer. */
    private CompletableFuture<Found> ask(Zone zone, Name name, AtomicInteger steps) {
        Map<Name, CompletableFuture<Found>> elsewhere = new HashMap<>();
        return all(zone.servers().stream()
                        .map(server -> ask(server, name)
                                .thenApply(message -> AnswerReader.read(message, zone.name(), name))
                                .thenCompose(reading -> follow(server, reading, name, steps, elsewhere))
                                .exceptionally(e -> new Found(List.of(), List.of(failed(server, Questions.cause(e))))))
                        .toList())
                .thenApply(Inquiry::merged);
    }

    private CompletableFuture<Message> ask(Server server, Name name) {
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        return questions.ask(ports.apply(server.address().inetAddress()), question);
    }

    private CompletableFuture<Found> follow(
            Server server,
            Reading reading,
            Name name,
            AtomicInteger steps,
            Map<Name, CompletableFuture<Found>> elsewhere) {
        Optional<Name> next = reading.cut().or(reading::target);
        if (next.isEmpty() || !elsewhere.containsKey(next.get()) && steps.incrementAndGet() > MOST_STEPS) {
            NameServer said = server.says(reading.answer(), reading.addresses(), reading.detail());
            return CompletableFuture.completedFuture(new Found(reading.aliases(), List.of(said)));
        }
        Name there = next.get();
        Supplier<CompletableFuture<Found>> further = reading.cut().isPresent()
                ? () -> zone(there, reading.servers()).thenCompose(below -> ask(below, name, steps))
                : () -> zone(there).thenCompose(other -> ask(other, there, steps));
        return once(elsewhere, there, further)
                .thenApply(found -> new Found(joined(List.of(reading.aliases(), found.aliases())), found.servers()));
    }

    private static Found merged(List<Found> all) {
        List<NameServer> servers = joined(all.stream().map(Found::servers).toList());
        // A server that this machine cannot reach over one family may well answer over the other.
        List<NameServer> counted = servers.stream()
                .filter(server -> server.answer() != Answer.UNREACHABLE
                        || servers.stream()
                                .noneMatch(other ->
                                        other.name().equals(server.name()) && other.answer() != Answer.UNREACHABLE))
                .toList();
        return new Found(joined(all.stream().map(Found::aliases).toList()), counted);
    }

    private static NameServer failed(Server server, Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return server.says(Answer.SILENT, Set.of(), "");
        }
        return cause instanceof SocketException // has no message if nothing listens on the port
                ? server.says(
                        Answer.UNREACHABLE, Set.of(), Objects.toString(cause.getMessage(), "nothing listens there"))
                : server.says(Answer.FAILED, Set.of(), "its answer cannot be read");
    }

    /** As {@link Map#computeIfAbsent}, but the work may come back to the map. */
    private static <K, V> V once(Map<K, V> known, K key, Supplier<V> work) {
        V value = known.get(key);
        if (value == null) {
            value = work.get();
            known.put(key, value);
        }
        return value;
    }

    /** One after the other, each element once. */
    private static <T> List<T> joined(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).distinct().toList();
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
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
