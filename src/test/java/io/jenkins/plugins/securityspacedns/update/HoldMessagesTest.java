package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldMessagesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostState.Confirmation CONFIRMATION =
            new HostState.Confirmation(IpAddress.parse("198.51.100.7"), NOON);

    @Test
    void aConfirmationIsToldWithItsTimeAndWhenItIsRenewed() {
        assertThat(HoldMessages.of(new Decision.Current(CONFIRMATION, Optional.of(NOON.plusSeconds(90)))))
                .isEqualTo("Not sent: the server confirmed the address 198.51.100.7 at 2026-03-01 12:00:00 UTC."
                        + " It is sent again after 2026-03-01 12:01:30 UTC to keep it alive.");
        assertThat(HoldMessages.of(new Decision.Current(CONFIRMATION, Optional.empty())))
                .isEqualTo("Not sent: the server confirmed the address 198.51.100.7 at 2026-03-01 12:00:00 UTC.");
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, SecuritySpace blocked updates of this account at, resume the account.",
        "BADAUTH, SecuritySpace refused this password at, Correct the credentials to go on.",
        "NOHOST, SecuritySpace knew no host of this request at, 'Correct the host names, or force the update.'"
    })
    void aHoldThatTimeAloneDoesNotEndIsToldWithWhatToDo(Outcome cause, String start, String end) {
        assertThat(HoldMessages.of(new Decision.Held(cause, NOON, Optional.empty())))
                .startsWith("Not sent: " + start + " 2026-03-01 12:00:00 UTC. ")
                .endsWith(end);
    }

    @Test
    void aBackoffIsToldWithItsEnd() {
        assertThat(HoldMessages.why(new Decision.Held(Outcome.SERVER_ERROR, NOON, Optional.of(NOON.plusSeconds(300)))))
                .isEqualTo("server-error at 2026-03-01 12:00:00 UTC, next try after 2026-03-01 12:05:00 UTC.");
    }

    @Test
    void aFailureIsToldWithTheTimeOfTheNextTry() {
        assertThat(HoldMessages.withNextTry("The server failed.", NOON))
                .isEqualTo("The server failed. Next try after 2026-03-01 12:00:00 UTC.");
    }
}
