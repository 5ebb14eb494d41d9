package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ledger as text, in the format of {@link Properties}: sorted lines that a person can read. A text that is not whole
 * or not understood is refused as a whole, never half read.
 */
final class LedgerText {

    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "2";
    private static final String ENTRIES = "entries";
    private static final Pattern ACCOUNT = Pattern.compile("account\\.([0-9]{1,9})\\.username");
    private static final Pattern HOST = Pattern.compile("host\\.(.+)\\.last\\.outcome");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,128}|[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=");

    private LedgerText() {}

    /** The accounts as text. */
    static String format(Map<AccountKey, AccountState> accounts) {
        return lines(entries(accounts));
    }

    private static Map<String, String> entries(Map<AccountKey, AccountState> accounts) {
        Map<String, String> entries = new TreeMap<>();
        List<AccountKey> sorted = accounts.keySet().stream()
                .sorted(Comparator.comparing(AccountKey::service).thenComparing(AccountKey::username))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            String prefix = "account." + (i + 1) + ".";
            entries.put(prefix + "service", sorted.get(i).service());
            entries.put(prefix + "username", sorted.get(i).username());
            write(accounts.get(sorted.get(i)), prefix, entries);
        }
        entries.put(FORMAT, THIS_FORMAT);
        entries.put(ENTRIES, Integer.toString(entries.size()));
        return entries;
    }

    /** Sorted lines, escaped by the JDK, without the comment with the date that it puts first. */
    private static String lines(Map<String, String> entries) {
        Properties properties = new Properties();
        properties.putAll(entries);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void write(AccountState state, String prefix, Map<String, String> entries) {
        state.stop().ifPresent(stop -> {
            entries.put(prefix + "stop.cause", stop.cause().word());
            entries.put(prefix + "stop.since", stop.since().toString());
        });
        if (!state.refused().isEmpty()) {
            String refused = state.refused().stream()
                    .map(password -> password.since() + "|" + password.hash())
                    .collect(Collectors.joining(" "));
            entries.put(prefix + "refused", refused);
        }
        state.serverWait().ifPresent(wait -> {
            entries.put(prefix + "server-wait.since", wait.since().toString());
            entries.put(prefix + "server-wait.until", wait.until().toString());
        });
        if (!state.pace().equals(Pace.UNUSED)) {
            entries.put(prefix + "pace.tokens", Double.toString(state.pace().tokens()));
            entries.put(prefix + "pace.at", state.pace().at().toString());
            String requests = state.pace().requests().stream()
                    .map(past -> past.at() + "|" + past.host() + "|" + past.reason())
                    .collect(Collectors.joining(" "));
            entries.put(prefix + "pace.requests", requests);
        }
        state.hosts().forEach((name, host) -> write(host, prefix + "host." + name + ".", entries));
    }

    private static void write(HostState host, String prefix, Map<String, String> entries) {
        entries.put(
                prefix + "last.outcome",
                host.last().map(last -> last.outcome().word()).orElse(""));
        host.last().ifPresent(last -> entries.put(prefix + "last.at", last.at().toString()));
        host.confirmed().ifPresent(confirmed -> {
            entries.put(prefix + "confirmed.address", confirmed.address().toString());
            entries.put(prefix + "confirmed.at", confirmed.at().toString());
        });
        host.unanswered().ifPresent(address -> entries.put(prefix + "unanswered", address.toString()));
        host.hold().ifPresent(hold -> {
            entries.put(prefix + "hold.cause", hold.cause().word());
            entries.put(prefix + "hold.failures", Integer.toString(hold.failures()));
            entries.put(prefix + "hold.since", hold.since().toString());
            hold.until().ifPresent(until -> entries.put(prefix + "hold.until", until.toString()));
            entries.put(prefix + "hold.hosts", String.join(" ", hold.hosts()));
        });
    }

    /**
     * @param text what {@link #format} made, or what the first format of the ledger was
     * @param firstService the service of accounts in the first format, which did not name it
     * @return the accounts
     * @throws IOException if the text is something else, or not whole
     */
    static Map<AccountKey, AccountState> parse(String text, String firstService) throws IOException {
        Properties entries = new Properties();
        try {
            entries.load(new StringReader(text));
            if (FirstLedgerText.FORMAT.equals(entries.getProperty(FORMAT))) {
                entries = FirstLedgerText.converted(entries, firstService, THIS_FORMAT);
            }
            if (!THIS_FORMAT.equals(entries.getProperty(FORMAT))) {
                throw new IOException("it does not say that it is a ledger of format " + THIS_FORMAT);
            }
            Map<AccountKey, AccountState> accounts = new HashMap<>();
            for (String key : entries.stringPropertyNames()) {
                Matcher account = ACCOUNT.matcher(key);
                if (account.matches()) {
                    Section section = new Section(entries, "account." + account.group(1) + ".");
                    accounts.put(section.key(), section.account());
                }
            }
            // A stop must not be lost to an entry that is missing or misspelt.
            if (!entries.equals(entries(accounts))) {
                throw new IOException("it is not whole, or holds entries that are not of a ledger");
            }
            return accounts;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("it holds something that is not of a ledger", e);
        }
    }

    /** The entries whose keys begin with the same words. */
    private record Section(Properties entries, String prefix) {

        AccountKey key() {
            return new AccountKey(need("service", Function.identity()), need("username", Function.identity()));
        }

        AccountState account() {
            Map<HostName, HostState> hosts = entries.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(prefix))
                    .map(key -> HOST.matcher(key.substring(prefix.length())))
                    .filter(Matcher::matches)
                    .map(host -> host.group(1))
                    .collect(Collectors.toMap(
                            HostName::new, name -> new Section(entries, prefix + "host." + name + ".").host()));
            Optional<AccountState.Stop> stop = get("stop.cause", LedgerText::outcome)
                    .map(cause -> new AccountState.Stop(cause, need("stop.since", Instant::parse)));
            Optional<AccountState.ServerWait> wait = get("server-wait.since", Instant::parse)
                    .map(since -> new AccountState.ServerWait(since, need("server-wait.until", Instant::parse)));
            Pace pace = get("pace.tokens", Double::valueOf)
                    .map(tokens -> new Pace(
                            tokens, need("pace.at", Instant::parse), words("pace.requests", LedgerText::request)))
                    .orElse(Pace.UNUSED);
            return new AccountState(stop, words("refused", LedgerText::refused), wait, pace, hosts);
        }

        HostState host() {
            Optional<HostState.Confirmation> confirmed = get("confirmed.address", IpAddress::parse)
                    .map(address -> new HostState.Confirmation(address, need("confirmed.at", Instant::parse)));
            Optional<HostState.Hold> hold = get("hold.cause", LedgerText::outcome)
                    .map(cause -> new HostState.Hold(
                            cause,
                            need("hold.failures", Integer::parseInt),
                            need("hold.since", Instant::parse),
                            get("hold.until", Instant::parse),
                            words("hold.hosts", Function.identity())));
            Optional<HostState.LastRequest> last = get("last.at", Instant::parse)
                    .map(at -> new HostState.LastRequest(need("last.outcome", LedgerText::outcome), at));
            return new HostState(confirmed, get("unanswered", IpAddress::parse), hold, last);
        }

        private <T> List<T> words(String key, Function<String, T> reader) {
            String list = get(key, Function.identity()).orElse("");
            return list.isEmpty()
                    ? List.of()
                    : Arrays.stream(list.split(" ", -1)).map(reader).toList();
        }

        private <T> Optional<T> get(String key, Function<String, T> reader) {
            return Optional.ofNullable(entries.getProperty(prefix + key)).map(reader);
        }

        private <T> T need(String key, Function<String, T> reader) {
            return get(key, reader).orElseThrow(() -> new IllegalArgumentException("no " + prefix + key));
        }
    }

    private static AccountState.RefusedPassword refused(String text) {
        String[] parts = parts(text, 2);
        if (!HASH.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("not a hash");
        }
        return new AccountState.RefusedPassword(parts[1], Instant.parse(parts[0]));
    }

    private static Pace.PastRequest request(String text) {
        String[] parts = parts(text, 3);
        return new Pace.PastRequest(
                Instant.parse(parts[0]), new HostName(parts[1]).ascii(), SendReason.ofWord(parts[2]));
    }

    private static String[] parts(String text, int count) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("not " + count + " parts: " + text);
        }
        return parts;
    }

    private static Outcome outcome(String word) {
        return Outcome.ofWord(word).orElseThrow(() -> new IllegalArgumentException("no outcome: " + word));
    }
}
