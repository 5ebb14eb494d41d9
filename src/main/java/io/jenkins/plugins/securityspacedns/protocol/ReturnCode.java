package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The server's own word for what it did, as the protocol specification lists them. */
enum ReturnCode {
    GOOD("good", Outcome.UPDATED),
    NOCHG("nochg", Outcome.UNCHANGED),
    NOHOST("nohost", Outcome.NOHOST),
    INTERNAL_ERROR("911", Outcome.SERVER_ERROR),
    BADAUTH("badauth", Outcome.BADAUTH),
    BLOCKED("blocked", Outcome.BLOCKED);

    private static final Map<String, ReturnCode> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(code -> code.word, Function.identity()));

    private final String word;
    private final Outcome outcome;

    ReturnCode(String word, Outcome outcome) {
        this.word = word;
        this.outcome = outcome;
    }

    /** The code that a word is, in any case. */
    static Optional<ReturnCode> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    /** What a host's outcome is where this code counts for it. */
    Outcome outcome() {
        return outcome;
    }

    /** Whether the code stands for one host, in a line of its own, and not for the whole request. */
    boolean isOfOneHost() {
        return this == GOOD || this == NOCHG;
    }
}
