package io.jenkins.plugins.securityspacedns.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Attempt;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whether a latch holds a password is found out once. */
class LatchMemoTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Guard guard = new Guard(Duration.ZERO);
    private final LatchMemo memo = new LatchMemo();

    private static AccountState latched(Optional<String> password) {
        Latch latch = password.map(refused -> Latch.badauth(NOON, refused)).orElseGet(() -> Latch.blocked(NOON));
        return new AccountState(Optional.of(latch), Optional.empty(), Map.of());
    }

    private Optional<Latch> ask(AccountState state, String password) {
        Attempt attempt =
                new Attempt(List.of(HostName.parse("a.example.com")), IpAddress.parse("8.8.8.8"), password, false);
        return memo.latch(guard, state, attempt, password);
    }

    @Test
    void saysWhatTheGuardSaysAgainAndAgain() {
        AccountState refused = latched(Optional.of("old"));
        AccountState blocked = latched(Optional.empty());

        Supplier<List<Optional<Latch>>> answers = () -> List.of(
                ask(refused, "old"), ask(refused, "new"), ask(blocked, "new"), ask(AccountState.UNKNOWN, "new"));
        List<Optional<Latch>> first = answers.get();

        assertThat(first).containsExactly(refused.latch(), Optional.empty(), blocked.latch(), Optional.empty());
        assertThat(answers.get()).isEqualTo(first);
    }

    @Test
    void anotherLatchOfTheSamePasswordIsAskedAnew() {
        assertThat(ask(latched(Optional.of("one")), "two")).isEmpty();
        assertThat(ask(latched(Optional.of("two")), "two")).isPresent();
    }
}
