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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HostName HOST = HostName.parse("a.example.com");
    private static final IpAddress ADDRESS = IpAddress.parse("198.51.100.7");

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("ledgers") Map<String, AccountState> accounts) throws IOException {
        assertThat(LedgerText.parse(LedgerText.format(accounts))).isEqualTo(accounts);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oneLedgerHasOneText(@ForAll("ledgers") Map<String, AccountState> accounts) throws IOException {
        String text = LedgerText.format(accounts);
        assertThat(LedgerText.format(LedgerText.parse(text))).isEqualTo(text);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aTextThatWasCutAnywhereIsRefusedAsAWholeOrStillComplete(
            @ForAll("ledgers") Map<String, AccountState> accounts) {
        String text = LedgerText.format(accounts);
        for (int length = 0; length < text.length(); length++) {
            try {
                assertThat(LedgerText.parse(text.substring(0, length))).isEqualTo(accounts);
            } catch (IOException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aTextThatLacksALineIsRefused(@ForAll("ledgers") Map<String, AccountState> accounts, @ForAll int number) {
        List<String> lines = LedgerText.format(accounts).lines().toList();
        int missing = Math.floorMod(number, lines.size());
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            rest.append(i == missing ? "" : lines.get(i) + "\n");
        }
        assertThatThrownBy(() -> LedgerText.parse(rest.toString())).isInstanceOf(IOException.class);
    }

    @Property(tries = 2_000)
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThatThrownBy(() -> LedgerText.parse(text)).isInstanceOf(IOException.class);
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
        Latch latch = new Latch(Outcome.BLOCKED, NOW, Optional.empty());
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

    @Provide
    Arbitrary<Map<String, AccountState>> ledgers() {
        Arbitrary<String> usernames = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(12),
                Arbitraries.of("user", "#", "=", "\\", " ", "j\u00f6rg\u2028", "a\tb\nc", "\u4f8b\ud83d\udd11"));
        return Arbitraries.maps(usernames, accounts()).ofMaxSize(3);
    }

    private static Arbitrary<AccountState> accounts() {
        Arbitrary<HostName> names = Arbitraries.of(
                        "a.example.com",
                        "b.example.com",
                        "x.last.outcome",
                        "xn--bcher-kva.example.com",
                        "host.confirmed",
                        "a.username")
                .map(HostName::parse);
        return Combinators.combine(
                        latches().optional(),
                        instants().optional(),
                        Arbitraries.maps(names, hosts()).ofMaxSize(4))
                .as(AccountState::new);
    }

    private static Arbitrary<Latch> latches() {
        // Not made of passwords: that takes its time, and here it is text alone.
        Arbitrary<PasswordFingerprint> fingerprints = Combinators.combine(base64(16), base64(32))
                .as((salt, hash) -> PasswordFingerprint.parse(salt + "$" + hash));
        return Combinators.combine(
                        Arbitraries.of(Outcome.BADAUTH, Outcome.BLOCKED), instants(), fingerprints.optional())
                .as(Latch::new);
    }

    private static Arbitrary<String> base64(int bytes) {
        return Arbitraries.bytes().array(byte[].class).ofSize(bytes).map(Base64.getEncoder()::encodeToString);
    }

    private static Arbitrary<HostState> hosts() {
        Arbitrary<Outcome> outcomes = Arbitraries.of(Outcome.class);
        Arbitrary<Confirmation> confirmations =
                Combinators.combine(addresses(), instants()).as(Confirmation::new);
        Arbitrary<Hold> holds = Combinators.combine(
                        outcomes,
                        Arbitraries.integers().between(1, 100_000),
                        instants(),
                        instants().optional(),
                        Arbitraries.of("", "0123456789abcdef0123456789abcdef"))
                .as(Hold::new);
        Arbitrary<HostState.Attempt> attempts =
                Combinators.combine(outcomes, instants()).as(HostState.Attempt::new);
        return Combinators.combine(
                        confirmations.optional(), addresses().optional(), holds.optional(), attempts.optional())
                .as(HostState::new);
    }

    private static Arbitrary<IpAddress> addresses() {
        return Arbitraries.of("198.51.100.7", "203.0.113.9", "2001:db8::7", "::1")
                .map(IpAddress::parse);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000L, 10_000_000_000L),
                        Arbitraries.of(0, 1, 250_000_000, 999_999_999))
                .as(Instant::ofEpochSecond);
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
