package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.simulator.Answer;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator did with one request.
 *
 * @param request the request
 * @param answer the answer, if a whole one was sent
 * @param isGivenUp whether the builds that wait for an answer are aborted
 * @param at what the machine took for the time
 */
record Served(ReceivedRequest request, Optional<Answer> answer, boolean isGivenUp, Instant at) {

    List<String> hosts() {
        return List.of(request.parameter("hostname").orElseThrow().split(","));
    }

    String address() {
        return request.parameter("myip").orElseThrow();
    }

    String username() {
        return request.credentials().orElseThrow().user();
    }

    String password() {
        return request.credentials().orElseThrow().password();
    }

    int status() {
        return answer.orElseThrow().status();
    }

    /** The lines of the answer. */
    List<String> lines() {
        return new String(answer.orElseThrow().body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
