package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName HOST = HostName.parse("a.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");
    private static final String SALT = Base64.getEncoder().encodeToString(new byte[16]);
    private static final String HASH = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void allThatIsKnownIsKept() throws IOException {
        HostState.Hold failed =
                new HostState.Hold(Outcome.SERVER_ERROR, 3, NOW, Optional.of(NOW.plusSeconds(1200)), List.of());
        HostState.Hold nohost = new HostState.Hold(
                Outcome.NOHOST,
                1,
                NOW,
                Optional.empty(),
                List.of("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"));
        Map<HostName, HostState> hosts = Map.of(
                HOST,
                new HostState(
                        Optional.of(new HostState.Confirmation(ADDRESS, NOW.minusSeconds(60))),
                        Optional.of(IpAddress.parse("203.0.113.9")),
                        Optional.of(failed),
                        Optional.of(new HostState.LastRequest(Outcome.SERVER_ERROR, NOW))),
                HostName.parse("b.example.com"),
                new HostState(Optional.empty(), Optional.empty(), Optional.of(nohost), Optional.empty()));
        Map<AccountKey, AccountState> accounts = Map.of(
                key("user"),
                new AccountState(
                        Optional.of(new AccountState.Stop(Outcome.BADAUTH, NOW)),
                        List.of(
                                new AccountState.RefusedPassword(SALT + "$" + HASH, NOW),
                                new AccountState.RefusedPassword("0123456789abcdef", NOW.minusSeconds(5))),
                        Optional.of(new AccountState.ServerWait(NOW, NOW.plusSeconds(600))),
                        new Pace(
                                7.25,
                                NOW,
                                List.of(
                                        new Pace.PastRequest(NOW.minusSeconds(9), "a.example.com", SendReason.FORCED),
                                        new Pace.PastRequest(NOW, "b.example.com", SendReason.ADDRESS_CHANGED))),
                        hosts),
                key("another"),
                Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW)),
                new AccountKey("https://localhost:8080/dns/dynamic.html", "user"),
                Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW)));
        assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us=er",
                "us er",
                " user",
                "user ",
                "#user",
                "!user",
                "us\\er",
                "us\"er",
                "j\u00f6rg",
                "\ud83d\udd11",
                "a.b.username"
            })
    void anyUserNameIsKept(String username) throws IOException {
        Map<AccountKey, AccountState> accounts = Map.of(key(username), confirmed());
        assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last.outcome",
                "x.last.outcome",
                "host.x.last.outcome",
                "a.confirmed.at",
                "a.hold",
                "latch.cause",
                "x.latch.refused",
                "x.doubt"
            })
    void aHostThatIsCalledLikeAnEntryIsKept(String name) throws IOException {
        HostState state = confirmed().host(HOST);
        Map<AccountKey, AccountState> accounts = Map.of(
                key("user"),
                Accounts.of(Map.of(HostName.parse(name), state, HostName.parse("x." + name), HostState.UNKNOWN)));
        assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
    }

    @Test
    void elevenAccountsKeepApart() throws IOException {
        Map<AccountKey, AccountState> accounts = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            HostName host = HostName.parse("h" + i + ".example.com");
            accounts.put(key("user" + i), Accounts.of(Map.of(host, HostState.UNKNOWN)));
        }
        assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
    }

    @Test
    void aPersonCanReadIt() {
        assertThat(LedgerText.format(Map.of(key("user"), confirmed()))).isEqualTo("""
                        account.1.host.a.example.com.confirmed.address=198.51.100.7
                        account.1.host.a.example.com.confirmed.at=2026-03-01T12\\:00\\:00Z
                        account.1.host.a.example.com.last.at=2026-03-01T12\\:00\\:00Z
                        account.1.host.a.example.com.last.outcome=updated
                        account.1.service=service
                        account.1.username=user
                        entries=7
                        format=2
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "format=2, format=3",
        "confirmed.address=198.51.100.7, confirmed.address=localhost",
        "confirmed.at=2026-03-01T12, confirmed.at=2026-13-01T12",
        "last.outcome=updated, last.outcome=good",
        "entries=7, entries=six",
        "a.example.com.last.outcome, a_example.last.outcome",
        "account.1.username=user, account.1.name=user",
        "confirmed.address, confirmed.adress",
        "confirmed.at, confirmed.on",
        "last.outcome, last.outcomes"
    })
    void aTextThatIsNotUnderstoodIsRefused(String part, String replacement) {
        String text = LedgerText.format(Map.of(key("user"), confirmed()));
        assertThat(text).contains(part);
        assertThatThrownBy(() -> LedgerText.parse(text.replace(part, replacement), "first"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStopIsNeverLostToAnEntryThatIsNotUnderstood() {
        String text =
                LedgerText.format(Map.of(key("user"), Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW))));
        assertThatThrownBy(() -> LedgerText.parse(text.replace("stop.cause", "stop.cuase"), "first"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theFirstFormatIsUnderstoodAndNothingOfItIsLost() throws IOException {
        String text = """
                account.1.host.a.example.com.confirmed.address=198.51.100.7
                account.1.host.a.example.com.confirmed.at=2026-03-01T12\\:00\\:00Z
                account.1.host.a.example.com.doubt=203.0.113.9
                account.1.host.a.example.com.hold.cause=server-error
                account.1.host.a.example.com.hold.failures=3
                account.1.host.a.example.com.hold.hosts=
                account.1.host.a.example.com.hold.since=2026-03-01T12\\:00\\:00Z
                account.1.host.a.example.com.hold.until=2026-03-01T12\\:20\\:00Z
                account.1.host.a.example.com.last.at=2026-03-01T12\\:00\\:00Z
                account.1.host.a.example.com.last.outcome=server-error
                account.1.host.x.latch.example.com.hold.cause=nohost
                account.1.host.x.latch.example.com.hold.failures=1
                account.1.host.x.latch.example.com.hold.hosts=0123
                account.1.host.x.latch.example.com.hold.since=2026-03-01T11\\:00\\:00Z
                account.1.host.x.latch.example.com.last.outcome=
                account.1.latch.cause=badauth
                account.1.latch.refused=SALT$HASH SALT$HASH
                account.1.latch.since=2026-03-01T12\\:00\\:00Z
                account.1.not-before=2026-03-01T12\\:10\\:00Z
                account.1.username=user
                account.2.latch.cause=blocked
                account.2.latch.since=2026-03-01T12\\:00\\:00Z
                account.2.username=zoe
                entries=24
                format=1
                """.replace("SALT", SALT).replace("HASH", HASH);

        Map<AccountKey, AccountState> accounts = LedgerText.parse(text, "first");

        assertThat(accounts)
                .containsEntry(
                        new AccountKey("first", "zoe"), Accounts.stopped(new AccountState.Stop(Outcome.BLOCKED, NOW)))
                .hasSize(2);
        AccountState user = accounts.get(new AccountKey("first", "user"));
        assertThat(user.stop()).contains(new AccountState.Stop(Outcome.BADAUTH, NOW));
        AccountState.RefusedPassword refused = new AccountState.RefusedPassword(SALT + "$" + HASH, NOW);
        assertThat(user.refused()).containsExactly(refused, refused);
        assertThat(user.serverWait()).contains(new AccountState.ServerWait(NOW, NOW.plusSeconds(600)));
        assertThat(user.pace()).isEqualTo(Pace.UNUSED);
        assertThat(user.host(HOST).confirmed()).contains(new HostState.Confirmation(ADDRESS, NOW));
        assertThat(user.host(HOST).unanswered()).contains(IpAddress.parse("203.0.113.9"));
        assertThat(user.host(HOST).hold())
                .contains(new HostState.Hold(
                        Outcome.SERVER_ERROR, 3, NOW, Optional.of(NOW.plusSeconds(1200)), List.of()));
        assertThat(user.host(HostName.parse("x.latch.example.com")).hold().map(HostState.Hold::hosts))
                .contains(List.of("0123"));
        assertThatThrownBy(() -> LedgerText.parse(text.replace("entries=24", "entries=25"), "first"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRefusedPasswordIsNotInIt() {
        String password = "correct-horse-battery";
        AccountState state = new Recorder(new HoldTimes(() -> 0), new SlowPasswordHashes())
                .stopped(AccountState.UNKNOWN, Outcome.BADAUTH, password, NOW);
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        byte[] credentials = ("user:" + password).getBytes(StandardCharsets.UTF_8);
        assertThat(LedgerText.format(Map.of(key("user"), state)))
                .contains("refused=")
                .doesNotContain(password)
                .doesNotContain(HexFormat.of().formatHex(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(credentials));
    }

    private static AccountKey key(String username) {
        return new AccountKey("service", username);
    }

    private static AccountState confirmed() {
        HostState host = new HostState(
                Optional.of(new HostState.Confirmation(ADDRESS, NOW)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.LastRequest(Outcome.UPDATED, NOW)));
        return Accounts.of(Map.of(HOST, host));
    }
}
