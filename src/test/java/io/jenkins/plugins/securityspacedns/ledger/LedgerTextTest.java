package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        PasswordFingerprint refused = PasswordFingerprint.parse(SALT + "$" + HASH);
        PasswordFingerprint before = PasswordFingerprint.of("another password");
        Hold backoff = new Hold(Outcome.SERVER_ERROR, 3, NOW, Optional.of(NOW.plusSeconds(1200)), "");
        Hold nohost = new Hold(Outcome.NOHOST, 1, NOW, Optional.empty(), "0123456789abcdef0123456789abcdef");
        Map<HostName, HostState> hosts = Map.of(
                HOST,
                new HostState(
                        Optional.of(new Confirmation(ADDRESS, NOW.minusSeconds(60))),
                        Optional.of(IpAddress.parse("203.0.113.9")),
                        Optional.of(backoff),
                        Optional.of(new HostState.Attempt(Outcome.SERVER_ERROR, NOW))),
                HostName.parse("b.example.com"),
                new HostState(Optional.empty(), Optional.empty(), Optional.of(nohost), Optional.empty()));
        Map<String, AccountState> accounts = Map.of(
                "user",
                new AccountState(
                        Optional.of(new Latch(Outcome.BADAUTH, NOW, List.of(refused, before))),
                        Optional.of(NOW.plusSeconds(600)),
                        hosts),
                "another",
                new AccountState(Optional.of(Latch.blocked(NOW)), Optional.empty(), Map.of()));
        assertThat(LedgerText.parse(LedgerText.format(accounts))).isEqualTo(accounts);
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
        Map<String, AccountState> accounts = Map.of(username, confirmed());
        assertThat(LedgerText.parse(LedgerText.format(accounts))).isEqualTo(accounts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last.outcome",
                "x.last.outcome",
                "host.x.last.outcome",
                "a.confirmed.at",
                "a.hold",
                "latch.cause"
            })
    void aHostThatIsCalledLikeAnEntryIsKept(String name) throws IOException {
        HostState state = confirmed().host(HOST);
        Map<String, AccountState> accounts = Map.of(
                "user",
                new AccountState(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(HostName.parse(name), state, HostName.parse("x." + name), HostState.UNKNOWN)));
        assertThat(LedgerText.parse(LedgerText.format(accounts))).isEqualTo(accounts);
    }

    @Test
    void elevenAccountsKeepApart() throws IOException {
        Map<String, AccountState> accounts = new TreeMap<>();
        for (int i = 0; i < 11; i++) {
            HostName host = HostName.parse("h" + i + ".example.com");
            accounts.put(
                    "user" + i, new AccountState(Optional.empty(), Optional.empty(), Map.of(host, HostState.UNKNOWN)));
        }
        assertThat(LedgerText.parse(LedgerText.format(accounts))).isEqualTo(accounts);
    }

    @Test
    void aPersonCanReadIt() {
        assertThat(LedgerText.format(Map.of("user", confirmed()))).isEqualTo("""
                        account.1.host.a.example.com.confirmed.address=198.51.100.7
                        account.1.host.a.example.com.confirmed.at=2026-03-01T12\\:00\\:00Z
                        account.1.host.a.example.com.last.at=2026-03-01T12\\:00\\:00Z
                        account.1.host.a.example.com.last.outcome=updated
                        account.1.username=user
                        entries=6
                        format=1
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "format=1, format=2",
        "confirmed.address=198.51.100.7, confirmed.address=localhost",
        "confirmed.at=2026-03-01T12, confirmed.at=2026-13-01T12",
        "last.outcome=updated, last.outcome=good",
        "entries=6, entries=six",
        "a.example.com.last.outcome, a_example.last.outcome",
        "account.1.username=user, account.1.name=user",
        "confirmed.address, confirmed.adress",
        "confirmed.at, confirmed.on",
        "last.outcome, last.outcomes"
    })
    void aTextThatIsNotUnderstoodIsRefused(String part, String replacement) {
        String text = LedgerText.format(Map.of("user", confirmed()));
        assertThat(text).contains(part);
        assertThatThrownBy(() -> LedgerText.parse(text.replace(part, replacement)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLatchIsNeverLostToAnEntryThatIsNotUnderstood() {
        Latch latch = Latch.blocked(NOW);
        String text =
                LedgerText.format(Map.of("user", new AccountState(Optional.of(latch), Optional.empty(), Map.of())));
        assertThatThrownBy(() -> LedgerText.parse(text.replace("latch.cause", "latch.cuase")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRefusedPasswordIsNotInIt() {
        String password = "correct-horse-battery";
        AccountState state = new Recorder(new Backoff(() -> 0))
                .record(
                        AccountState.UNKNOWN,
                        new Attempt(List.of(HOST), ADDRESS, password, false),
                        List.of(new HostAnswer(HOST, Outcome.BADAUTH, "refused")),
                        Optional.empty(),
                        NOW);
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        byte[] credentials = ("user:" + password).getBytes(StandardCharsets.UTF_8);
        assertThat(LedgerText.format(Map.of("user", state)))
                .contains("latch.refused=")
                .doesNotContain(password)
                .doesNotContain(HexFormat.of().formatHex(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(credentials));
    }

    private static AccountState confirmed() {
        HostState host = new HostState(
                Optional.of(new Confirmation(ADDRESS, NOW)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HostState.Attempt(Outcome.UPDATED, NOW)));
        return new AccountState(Optional.empty(), Optional.empty(), Map.of(HOST, host));
    }
}
