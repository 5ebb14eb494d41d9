package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether one host may be sent now. */
public sealed interface Decision {

    /**
     * It may be sent.
     *
     * @param reason why it is
     */
    record Send(SendReason reason) implements Decision {}

    /**
     * It need not be sent: the server has confirmed the address.
     *
     * @param confirmation when
     * @param due when it is sent again although the address is the same, if ever
     */
    record Current(HostState.Confirmation confirmation, Optional<Instant> due) implements Decision {}

    /**
     * It must not be sent for now.
     *
     * @param cause the outcome that set the stop or hold
     * @param since when that came
     * @param until when it may be sent again, if time alone ends the hold
     */
    record Held(Outcome cause, Instant since, Optional<Instant> until) implements Decision {}

    /** Why a host is sent. */
    public enum SendReason {
        /** The server confirmed another address. */
        ADDRESS_CHANGED,
        /** The server refused another password. */
        PASSWORD_CHANGED,
        /** Somebody resumed the account after the server had refused it. */
        RESUMED,
        /** The hold after a failure is over. */
        HOLD_OVER,
        /** The server confirmed the address, but the name servers serve something else. */
        DNS_DIFFERS,
        /** The confirmation is so old that it wants renewal, or dated in the future by a clock that was wrong. */
        KEEP_ALIVE_DUE,
        /** The server has not confirmed an address for the host. */
        NEVER_CONFIRMED,
        /** Somebody wants it sent in any case. */
        FORCED;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** {@return the reason as people see it, such as {@code address-changed}} */
        public String word() {
            return word;
        }

        /** Reads a word that {@link #word} gave. */
        static SendReason ofWord(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no reason: " + word));
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
