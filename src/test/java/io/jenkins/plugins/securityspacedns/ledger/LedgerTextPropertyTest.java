package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the text of the ledger against ledgers by chance; {@link LedgerTextTest} tells the cases one by one. */
class LedgerTextPropertyTest {

    private static final List<String> USERNAMES =
            List.of("user", "#", "=", "\\", " ", "j\u00f6rg\u2028", "a\tb\nc", "\u4f8b\ud83d\udd11");
    private static final List<String> SERVICES = List.of("https://localhost:1/dns/dynamic.html", "service = 1");
    private static final List<HostName> HOSTS = Stream.of(
                    "a.example.com",
                    "b.example.com",
                    "x.last.outcome",
                    "xn--bcher-kva.example.com",
                    "host.confirmed",
                    "a.username")
            .map(HostName::parse)
            .toList();
    private static final List<IpAddress> ADDRESSES = Stream.of("198.51.100.7", "203.0.113.9", "2001:db8::7", "::1")
            .map(IpAddress::parse)
            .toList();
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Integer> NANOSECONDS = List.of(0, 1, 250_000_000, 999_999_999);

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("ledgers") Map<AccountKey, AccountState> accounts) throws IOException {
        assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oneLedgerHasOneText(@ForAll("ledgers") Map<AccountKey, AccountState> accounts) throws IOException {
        String text = LedgerText.format(accounts);
        assertThat(LedgerText.format(LedgerText.parse(text, "first"))).isEqualTo(text);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aTextThatWasCutAnywhereIsRefusedAsAWholeOrStillComplete(
            @ForAll("ledgers") Map<AccountKey, AccountState> accounts) {
        String text = LedgerText.format(accounts);
        for (int length = 0; length < text.length(); length++) {
            try {
                assertThat(LedgerText.parse(text.substring(0, length), "first")).isEqualTo(accounts);
            } catch (IOException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aTextThatLacksALineIsRefused(@ForAll("ledgers") Map<AccountKey, AccountState> accounts, @ForAll int number) {
        List<String> lines = LedgerText.format(accounts).lines().toList();
        int missing = Math.floorMod(number, lines.size());
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            rest.append(i == missing ? "" : lines.get(i) + "\n");
        }
        assertThatThrownBy(() -> LedgerText.parse(rest.toString(), "first")).isInstanceOf(IOException.class);
    }

    @Property(tries = 2_000)
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThatThrownBy(() -> LedgerText.parse(text, "first")).isInstanceOf(IOException.class);
    }

    // Drawn from random numbers at once: ledgers out of many small arbitraries would take too long.
    @Provide
    Arbitrary<Map<AccountKey, AccountState>> ledgers() {
        return Arbitraries.randomValue(random -> {
            Map<AccountKey, AccountState> accounts = new HashMap<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                String username = random.nextBoolean() ? any(USERNAMES, random) : visible(random);
                accounts.put(new AccountKey(any(SERVICES, random), username), account(random));
            }
            return accounts;
        });
    }

    private static String visible(Random random) {
        return random.ints(1 + random.nextInt(12), ' ', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static AccountState account(Random random) {
        Map<HostName, HostState> hosts = new TreeMap<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            hosts.put(any(HOSTS, random), host(random));
        }
        return new AccountState(
                perhaps(random, LedgerTextPropertyTest::stop),
                Stream.generate(() -> new AccountState.RefusedPassword(hash(random), instant(random)))
                        .limit(random.nextInt(4))
                        .toList(),
                perhaps(random, chance -> new AccountState.ServerWait(instant(chance), instant(chance))),
                perhaps(random, LedgerTextPropertyTest::pace).orElse(Pace.UNUSED),
                hosts);
    }

    private static AccountState.Stop stop(Random random) {
        return new AccountState.Stop(random.nextBoolean() ? Outcome.BADAUTH : Outcome.BLOCKED, instant(random));
    }

    private static Pace pace(Random random) {
        List<Pace.PastRequest> requests = Stream.generate(() -> new Pace.PastRequest(
                        instant(random), any(HOSTS, random).ascii(), any(List.of(SendReason.values()), random)))
                .limit(random.nextInt(4))
                .toList();
        return new Pace(random.nextDouble() * 10, instant(random), requests);
    }

    /** Not made of a password: that takes its time, and here it is text alone. */
    private static String hash(Random random) {
        return random.nextBoolean()
                ? base64(16, random) + "$" + base64(32, random)
                : Long.toHexString(random.nextLong() & Long.MAX_VALUE);
    }

    private static String base64(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static HostState host(Random random) {
        return new HostState(
                perhaps(random, chance -> new HostState.Confirmation(any(ADDRESSES, chance), instant(chance))),
                perhaps(random, chance -> any(ADDRESSES, chance)),
                perhaps(random, LedgerTextPropertyTest::hold),
                perhaps(random, chance -> new HostState.LastRequest(any(OUTCOMES, chance), instant(chance))));
    }

    private static HostState.Hold hold(Random random) {
        return new HostState.Hold(
                any(OUTCOMES, random),
                1 + random.nextInt(100_000),
                instant(random),
                perhaps(random, LedgerTextPropertyTest::instant),
                random.nextBoolean() ? List.of() : List.of("0123456789abcdef0123456789abcdef", "0"));
    }

    private static Instant instant(Random random) {
        long seconds = random.nextLong(-1_000_000_000L, 10_000_000_001L);
        return Instant.ofEpochSecond(seconds, any(NANOSECONDS, random));
    }

    private static <T> Optional<T> perhaps(Random random, Function<Random, T> value) {
        return random.nextInt(4) > 0 ? Optional.of(value.apply(random)) : Optional.empty();
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
