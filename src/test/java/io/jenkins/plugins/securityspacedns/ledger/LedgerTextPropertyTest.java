package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the text of the ledger against ledgers by chance; {@link LedgerTextTest} tells the cases one by one. */
class LedgerTextPropertyTest {

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
                        Arbitraries.of(Outcome.BADAUTH, Outcome.BLOCKED),
                        instants(),
                        fingerprints.list().ofMaxSize(3))
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
}
