package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Confirmation;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Latch;
import io.jenkins.plugins.securityspacedns.ledger.LedgerStore;
import io.jenkins.plugins.securityspacedns.ledger.MemoryLedgerStore;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.AccountKeeper.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountKeeperTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(500));
    private static final HostName OLD = HostName.parse("old.example.com");
    private static final HostName YOUNG = HostName.parse("young.example.com");
    private static final Latch LATCH = Latch.blocked(LONG_AGO);
    private static final AccountState STATE = new AccountState(
            Optional.of(LATCH), Optional.empty(), Map.of(OLD, confirmed(LONG_AGO), YOUNG, confirmed(NOW)));

    private final LedgerStore ledger = new MemoryLedgerStore();
    private final AccountGate gate = new AccountGate();
    private final AccountKeeper keeper = new AccountKeeper(ledger, gate, Duration.ZERO);

    private static HostState confirmed(Instant at) {
        return new HostState(
                Optional.of(new Confirmation(IpAddress.parse("198.51.100.7"), at)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.Attempt(Outcome.UPDATED, at)));
    }

    @BeforeEach
    void account() throws Exception {
        ledger.save("alice", STATE);
    }

    @Test
    void resumeLiftsTheLatchAndKeepsTheHosts() throws Exception {
        assertThat(keeper.resume("alice", LONG_AGO)).isEqualTo(Done.YES);
        assertThat(ledger.load("alice").latch()).isEmpty();
        assertThat(ledger.load("alice").hosts()).isEqualTo(STATE.hosts());
    }

    @Test
    void resumeLeavesALatchThatNobodySaw() throws Exception {
        assertThat(keeper.resume("alice", NOW)).isEqualTo(Done.CHANGED);
        assertThat(ledger.load("alice")).isEqualTo(STATE);
    }

    @Test
    void forgettingAHostKeepsTheOthersAndTheLatch() throws Exception {
        assertThat(keeper.forget("alice", OLD)).isEqualTo(Done.YES);
        assertThat(ledger.load("alice").hosts()).containsOnlyKeys(YOUNG);
        assertThat(ledger.load("alice").latch()).contains(LATCH);
        assertThat(keeper.forget("alice", OLD)).isEqualTo(Done.CHANGED);
    }

    @Test
    void forgettingAnAccountForgetsAll() throws Exception {
        assertThat(keeper.forget("alice")).isEqualTo(Done.YES);
        assertThat(ledger.load("alice")).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void ageTakesHostsAndLeavesTheLatch() throws Exception {
        assertThat(keeper.forgetHostsBefore("alice", NOW.minus(Duration.ofDays(400))))
                .isEqualTo(Done.YES);
        assertThat(ledger.load("alice").hosts()).containsOnlyKeys(YOUNG);
        assertThat(ledger.load("alice").latch()).contains(LATCH);
    }

    @Test
    void ageTakesAnAccountWhenItsLastHostIsOld() throws Exception {
        assertThat(keeper.forgetBefore("alice", NOW.minusMillis(1))).isEqualTo(Done.CHANGED);
        assertThat(keeper.forgetBefore("alice", NOW)).isEqualTo(Done.YES);
        assertThat(ledger.load("alice")).isEqualTo(AccountState.UNKNOWN);
    }

    @Test
    void nothingIsChangedWhileAnUpdateOfTheAccountRuns() throws Exception {
        try (Turn update = gate.enter("alice", () -> {})) {
            assertThat(update).isNotNull();
            assertThat(inAnotherThread(() -> keeper.resume("alice", LONG_AGO))).isEqualTo(Done.BUSY);
            assertThat(inAnotherThread(() -> keeper.forget("alice"))).isEqualTo(Done.BUSY);
        }
        assertThat(ledger.load("alice")).isEqualTo(STATE);
    }

    private interface Change {
        Done make() throws Exception;
    }

    private static Done inAnotherThread(Change change) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return change.make();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .join();
    }
}
