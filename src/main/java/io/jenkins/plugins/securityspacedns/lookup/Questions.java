package io.jenkins.plugins.securityspacedns.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;

/**
 * The questions of one look. All its work but the waiting for sockets is done in the thread that calls {@link #await}, one
 * event after the other, so that it needs no lock.
 */
final class Questions {

    /** How many questions are under way at a time, in all and to one server: a silent one must leave room for others. */
    private static final int AT_ONCE = 64;

    private static final int AT_ONCE_TO_ONE = 16;

    /** How long one datagram may be on its way, and how many times it is sent. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final int ATTEMPTS = 3;

    private final List<InetSocketAddress> resolvers;
    private final long end;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Map<InetSocketAddress, Peer> peers = new LinkedHashMap<>();
    private final Set<CompletableFuture<Message>> open = new LinkedHashSet<>();
    private int underWay;

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

    /**
     * @param resolvers servers of which the next one is asked if one does not answer
     * @param deadline after what time no answer comes any more
     */
    Questions(List<InetSocketAddress> resolvers, Duration deadline) {
        this.resolvers = resolvers;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /** Lets answers come until this is done, which all that is asked has to lead to. */
    void await(CompletableFuture<?> done) throws InterruptedException {
        while (!done.isDone()) {
            Runnable event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event != null) {
                event.run();
            } else { // what is asked from now on fails at once, so that this ends
                List.copyOf(open).forEach(question -> question.completeExceptionally(new SocketTimeoutException()));
            }
        }
    }

    /** Sends a question as soon as few enough are under way, and again if no answer comes. */
    CompletableFuture<Message> ask(InetSocketAddress server, Message question) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        open.add(answer);
        Peer peer = peers.computeIfAbsent(server, Peer::new);
        peer.waiting.add(() -> attempt(peer, question, ATTEMPTS, answer));
        events.add(this::next);
        return answer.whenComplete((message, e) -> open.remove(answer));
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

    /** {@return what went wrong, without what {@link CompletableFuture} puts around it} */
    static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? cause(e.getCause()) : e;
    }
}
