package io.jenkins.plugins.securityspacedns.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.securityspacedns.simulator.Answer;
import io.jenkins.plugins.securityspacedns.simulator.Exchange;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How the simulator answers by chance, and the word of what it answered whole. */
final class Faults {

    private static final int SOUND_IN_A_HUNDRED = 55;
    private static final String NEVER_SENT = "203.0.113.250";

    private final Random chance;
    private final Clock clock;
    private final Consumer<Served> witness;
    private volatile boolean holding;
    private volatile boolean overlapped;

    /**
     * @param chance decides
     * @param clock tells what the machine takes for the time
     * @param witness is told of every request before the client can read an answer
     */
    Faults(Random chance, Clock clock, Consumer<Served> witness) {
        this.chance = chance;
        this.clock = clock;
        this.witness = witness;
    }

    Fault any() {
        if (chance.nextInt(100) < SOUND_IN_A_HUNDRED) {
            return sound();
        }
        int bytes = chance.nextInt(4); // fewer than any answer has
        return switch (chance.nextInt(30)) {
            case 0 -> instead(200, "911\n");
            case 1 -> instead(503, "maintenance\n", "Retry-After: " + (1 + chance.nextInt(200_000)));
            case 2 -> instead(429, "slow down\n", "Retry-After: " + (1 + chance.nextInt(900)));
            case 3 -> instead(200, "");
            case 4 -> instead(200, "<html><body>good evening</body></html>\n");
            case 5 -> instead(200, "good " + NEVER_SENT + "\n");
            case 6 -> instead(200, "nochg stranger.example.net\n");
            case 7 -> instead(414, "URI too long\n");
            case 8 -> instead(502, "good " + NEVER_SENT + "\n");
            case 9 -> redirect();
            case 10, 11 -> changed(answer -> new Answer(200, answer.headers(), firstLines(answer)));
            case 12, 13, 14, 15, 16 -> changed(answer -> new Answer(failure(), answer.headers(), answer.body()));
            case 17, 18, 19, 20, 21 -> changed(answer -> new Answer(200, answer.headers(), ofAnotherAddress(answer)));
            case 22 -> damaged(Fault.resetBeforeAnswer());
            case 23 -> damaged(Fault.closeBeforeAnswer());
            case 24 -> damaged(Fault.closeBeforeAnswer().afterUpdate());
            case 25 -> damaged(Fault.truncatedAfter(bytes));
            case 26 -> damaged(Fault.truncatedChunked(bytes));
            case 27 -> damaged(Fault.resetAfter(bytes));
            case 28 -> damaged(Fault.garbage().afterUpdate());
            default -> damaged(Fault.huge(100_000));
        };
    }

    /** A server that takes a request and never answers; the client has to give up. */
    Fault silence() {
        return damaged(chance.nextBoolean() ? Fault.silence() : Fault.silence().afterUpdate());
    }

    /** The same, while the build is aborted that waits for the answer. */
    Fault lost(Hold hold) {
        boolean updated = chance.nextBoolean();
        hold.lost = true;
        return exchange -> {
            if (updated) {
                exchange.realAnswer();
            }
            witness.accept(new Served(exchange.request(), Optional.empty(), true, clock.instant()));
            hold.arrived.complete(null);
            Fault.silence().play(exchange);
        };
    }

    /** The real answer; some servers close the connection behind it without a word, or never answer on it again. */
    Fault sound() {
        return switch (chance.nextInt(8)) {
            case 0 -> whole(Fault.closeAfterAnswer("HTTP/1.0"));
            case 1 -> whole(Fault.closeAfterAnswer("HTTP/1.1"));
            case 2 -> whole(Fault.silenceAfterAnswer());
            default -> changed(answer -> answer);
        };
    }

    /** A server that answers after a while. */
    Fault held(Hold hold) {
        Fault answer = any();
        return exchange -> {
            holding = true;
            hold.pass();
            holding = false;
            answer.play(exchange);
        };
    }

    /** {@return whether a request came while another one was held} */
    boolean overlapped() {
        return overlapped;
    }

    /** A request that is held on its way. */
    static final class Hold {
        final CompletableFuture<Void> arrived = new CompletableFuture<>();
        private final CountDownLatch released = new CountDownLatch(1);
        private boolean lost;

        /** Whether nobody will answer the request. */
        boolean isLost() {
            return lost;
        }

        void release() {
            released.countDown();
        }

        private void pass() throws IOException {
            arrived.complete(null);
            try {
                released.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    private Fault whole(Fault fault) {
        return exchange -> {
            answered(exchange, Optional.of(exchange.realAnswer()));
            fault.play(exchange);
        };
    }

    private Fault changed(UnaryOperator<Answer> change) {
        return exchange -> send(exchange, change.apply(exchange.realAnswer()));
    }

    private Fault instead(int status, String body, String... headers) {
        return exchange -> send(exchange, Answer.text(status, body, headers));
    }

    private Fault redirect() {
        return instead(302, "", "Location: " + URI.create("https://www.example.net/"));
    }

    private void send(Exchange exchange, Answer answer) throws IOException {
        answered(exchange, Optional.of(answer));
        exchange.send(answer);
    }

    private Fault damaged(Fault fault) {
        return exchange -> {
            answered(exchange, Optional.empty());
            fault.play(exchange);
        };
    }

    private void answered(Exchange exchange, Optional<Answer> answer) {
        overlapped |= holding;
        witness.accept(new Served(exchange.request(), answer, false, clock.instant()));
    }

    private int failure() {
        return List.of(403, 404, 500, 503).get(chance.nextInt(4));
    }

    private static byte[] ofAnotherAddress(Answer answer) {
        String text = new String(answer.body(), UTF_8);
        return text.replaceAll("(?m)^good .*$", "good " + NEVER_SENT).getBytes(UTF_8);
    }

    private byte[] firstLines(Answer answer) {
        List<String> lines = new String(answer.body(), UTF_8).lines().toList();
        int kept = chance.nextInt(lines.size());
        StringBuilder text = new StringBuilder();
        lines.subList(0, kept).forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(UTF_8);
    }
}
