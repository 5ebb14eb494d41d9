package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server's own word for what it did, as the protocol specification lists them. */
enum ReturnCode {
    GOOD("good", Outcome.UPDATED),
    NOCHG("nochg", Outcome.UNCHANGED),
    NOHOST("nohost", Outcome.NOHOST),
    INTERNAL_ERROR("911", Outcome.SERVER_ERROR),
    BADAUTH("badauth", Outcome.BADAUTH),
    BLOCKED("blocked", Outcome.BLOCKED);

    /** Folds the case of ASCII alone: to Java, the sign for kelvin (U+212A) is a capital k. */
    private final Pattern word;

    private final Outcome outcome;

    ReturnCode(String word, Outcome outcome) {
        this.word = Pattern.compile(word, Pattern.CASE_INSENSITIVE);
        this.outcome = outcome;
    }

    /** {@return the code that a word is, in any case} */
    static Optional<ReturnCode> ofWord(String word) {
        return Arrays.stream(values())
                .filter(code -> code.word.matcher(word).matches())
                .findFirst();
    }

    /** {@return the outcome of a host for which this code counts} */
    Outcome outcome() {
        return outcome;
    }

    /** {@return whether the code stands for one host, in a line of its own, and not for the whole request} */
    boolean isOfOneHost() {
        return this == GOOD || this == NOCHG;
    }
}
