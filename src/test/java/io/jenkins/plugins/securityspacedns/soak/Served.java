package io.jenkins.plugins.securityspacedns.soak;

import io.jenkins.plugins.securityspacedns.simulator.Answer;
import io.jenkins.plugins.securityspacedns.simulator.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator did with one request.
 *
 * @param request the request
 * @param answer the answer, where a whole one was sent
 */
record Served(ReceivedRequest request, Optional<Answer> answer) {

    List<String> hosts() {
        return List.of(request.parameter("hostname").orElseThrow().split(","));
    }

    String address() {
        return request.parameter("myip").orElseThrow();
    }

    String username() {
        return request.credentials().orElseThrow().user();
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
