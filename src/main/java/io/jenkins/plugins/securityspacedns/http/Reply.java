package io.jenkins.plugins.securityspacedns.http;

import io.jenkins.plugins.securityspacedns.protocol.ServerAnswer;
import java.util.Optional;

/** What came of sending one request. */
public sealed interface Reply {

    /**
     * A whole answer.
     *
     * @param answer the answer
     * @param retryAfter the {@code Retry-After} header (RFC 9110, section 10.2.3), if there was one
     */
    record Whole(ServerAnswer answer, Optional<String> retryAfter) implements Reply {}

    /**
     * The beginning of an answer that ended too early, or did not end within the size or time that it may take.
     *
     * @param reason a sentence that says so
     * @param retryAfter the {@code Retry-After} header, if there was one
     */
    record Damaged(String reason, Optional<String> retryAfter) implements Reply {}

    /**
     * No answer.
     *
     * @param repeatable whether no connection was made, so nothing was sent: trying again at once is harmless
     * @param reason a sentence that says why
     */
    record None(boolean repeatable, String reason) implements Reply {}
}
