package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.Reply;
import io.jenkins.plugins.securityspacedns.http.UpdateClient;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.ledger.RetryAfter;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParser;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests and says what each means for its hosts. If no connection can be made, nothing was sent, and it tries
 * twice more within the deadline.
 *
 * @param client sends requests
 * @param endpoint where the client sends them
 * @param method how the client sends them
 * @param deadline how long one request may take in all
 * @param clock tells the time
 * @param pause lets time pass between two tries
 */
public record Sender(
        UpdateClient client, Endpoint endpoint, Method method, Duration deadline, Clock clock, Pause pause) {

    /** The longest request line that every server is likely to take (RFC 9112, section 3). */
    private static final int REQUEST_LINE = 8000;

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int URI_TOO_LONG = 414;

    /**
     * The end of a request.
     *
     * @param response what came of each of its hosts
     * @param retryAfter when the server wants the next request at the earliest, if it said so
     * @param tooLong whether the server refused the request for its length alone
     * @param at when it was over
     * @param duration how long it took
     */
    record RequestEnd(
            ParsedResponse response, Optional<Instant> retryAfter, boolean tooLong, Instant at, Duration duration) {

        boolean isNohostForAll() {
            return response.answers().stream().allMatch(answer -> answer.outcome() == Outcome.NOHOST);
        }
    }

    List<UpdateRequest> requestsFor(List<HostName> hosts, IpAddress address) {
        return UpdateRequest.split(hosts, address, endpoint.roomForParameters(method, REQUEST_LINE));
    }

    RequestEnd send(UpdateRequest request, Account account) throws InterruptedException {
        long begin = System.nanoTime();
        Reply reply = reply(request, account);
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        Instant now = clock.instant();
        if (reply instanceof Reply.Whole whole) {
            ParsedResponse response = ResponseParser.parse(request, whole.answer());
            boolean tooLong = whole.answer().status() == URI_TOO_LONG
                    && response.answers().stream().allMatch(answer -> answer.outcome() == Outcome.UNCONFIRMED);
            return new RequestEnd(response, retryAfter(whole.retryAfter(), now), tooLong, now, duration);
        }
        if (reply instanceof Reply.Damaged damaged) {
            ParsedResponse response = all(request, Outcome.UNCONFIRMED, damaged.reason());
            return new RequestEnd(response, retryAfter(damaged.retryAfter(), now), false, now, duration);
        }
        ParsedResponse response = all(request, Outcome.UNREACHABLE, ((Reply.None) reply).reason());
        return new RequestEnd(response, Optional.empty(), false, now, duration);
    }

    private Reply reply(UpdateRequest request, Account account) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        Reply reply = client.send(request, account, deadline);
        Duration next = FIRST_PAUSE;
        for (int tries = 1; tries < TRIES && isRepeatable(reply); tries++) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.compareTo(next) <= 0) {
                break;
            }
            pause.pause(next);
            next = next.multipliedBy(2);
            reply = client.send(request, account, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return reply;
    }

    private static boolean isRepeatable(Reply reply) {
        return reply instanceof Reply.None none && none.repeatable();
    }

    private static Optional<Instant> retryAfter(Optional<String> header, Instant now) {
        return header.flatMap(value -> RetryAfter.parse(value, now));
    }

    private static ParsedResponse all(UpdateRequest request, Outcome outcome, String message) {
        return new ParsedResponse(
                request.hosts().stream()
                        .map(host -> new HostAnswer(host, outcome, message, false))
                        .toList(),
                Optional.empty());
    }
}
