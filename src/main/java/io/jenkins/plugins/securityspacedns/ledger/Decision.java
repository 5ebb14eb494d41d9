package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
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
}
