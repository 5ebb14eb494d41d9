package io.jenkins.plugins.securityspacedns.ledger;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
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
public final class LedgerText {

    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "1";
    private static final String ENTRIES = "entries";
    private static final Pattern ACCOUNT = Pattern.compile("account\\.([0-9]{1,9})\\.username");
    private static final Pattern HOST = Pattern.compile("host\\.(.+)\\.last\\.outcome");

    private LedgerText() {}

    /**
     * @param accounts accounts by user name
     * @return them as text
     */
    public static String format(Map<String, AccountState> accounts) {
        return lines(entries(accounts));
    }

    private static Map<String, String> entries(Map<String, AccountState> accounts) {
        Map<String, String> entries = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, AccountState> account : new TreeMap<>(accounts).entrySet()) {
            number++;
            String prefix = "account." + number + ".";
            entries.put(prefix + "username", account.getKey());
            write(account.getValue(), prefix, entries);
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
        state.latch().ifPresent(latch -> {
            entries.put(prefix + "latch.cause", latch.cause().word());
            entries.put(prefix + "latch.since", latch.since().toString());
            if (!latch.refused().isEmpty()) {
                String refused = latch.refused().stream()
                        .map(PasswordFingerprint::toString)
                        .collect(Collectors.joining(" "));
                entries.put(prefix + "latch.refused", refused);
            }
        });
        state.notBefore().ifPresent(notBefore -> entries.put(prefix + "not-before", notBefore.toString()));
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
        host.doubt().ifPresent(doubt -> entries.put(prefix + "doubt", doubt.toString()));
        host.hold().ifPresent(hold -> {
            entries.put(prefix + "hold.cause", hold.cause().word());
            entries.put(prefix + "hold.failures", Integer.toString(hold.failures()));
            entries.put(prefix + "hold.since", hold.since().toString());
            hold.until().ifPresent(until -> entries.put(prefix + "hold.until", until.toString()));
            entries.put(prefix + "hold.hosts", hold.hosts());
        });
    }

    /**
     * @param text what {@link #format} made
     * @return the accounts by user name
     * @throws IOException if the text is something else, or not whole
     */
    public static Map<String, AccountState> parse(String text) throws IOException {
        Properties entries = new Properties();
        try {
            entries.load(new StringReader(text));
            if (!THIS_FORMAT.equals(entries.getProperty(FORMAT))) {
                throw new IOException("it does not say that it is a ledger of format " + THIS_FORMAT);
            }
            Map<String, AccountState> accounts = new TreeMap<>();
            for (String key : entries.stringPropertyNames()) {
                Matcher account = ACCOUNT.matcher(key);
                if (account.matches()) {
                    accounts.put(
                            entries.getProperty(key),
                            new Section(entries, "account." + account.group(1) + ".").account());
                }
            }
            // A latch must not be lost to an entry that is missing or misspelt.
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

        AccountState account() {
            Map<HostName, HostState> hosts = entries.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(prefix))
                    .map(key -> HOST.matcher(key.substring(prefix.length())))
                    .filter(Matcher::matches)
                    .map(host -> host.group(1))
                    .collect(Collectors.toMap(
                            HostName::new, name -> new Section(entries, prefix + "host." + name + ".").host()));
            Optional<Latch> latch = get("latch.cause", LedgerText::outcome)
                    .map(cause -> new Latch(
                            cause,
                            need("latch.since", Instant::parse),
                            get("latch.refused", LedgerText::fingerprints).orElse(List.of())));
            return new AccountState(latch, get("not-before", Instant::parse), hosts);
        }

        HostState host() {
            Optional<Confirmation> confirmed = get("confirmed.address", IpAddress::parse)
                    .map(address -> new Confirmation(address, need("confirmed.at", Instant::parse)));
            Optional<Hold> hold = get("hold.cause", LedgerText::outcome)
                    .map(cause -> new Hold(
                            cause,
                            need("hold.failures", Integer::parseInt),
                            need("hold.since", Instant::parse),
                            get("hold.until", Instant::parse),
                            need("hold.hosts", Function.identity())));
            Optional<HostState.Attempt> last = get("last.at", Instant::parse)
                    .map(at -> new HostState.Attempt(need("last.outcome", LedgerText::outcome), at));
            return new HostState(confirmed, get("doubt", IpAddress::parse), hold, last);
        }

        private <T> Optional<T> get(String key, Function<String, T> reader) {
            return Optional.ofNullable(entries.getProperty(prefix + key)).map(reader);
        }

        private <T> T need(String key, Function<String, T> reader) {
            return get(key, reader).orElseThrow(() -> new IllegalArgumentException("no " + prefix + key));
        }
    }

    private static List<PasswordFingerprint> fingerprints(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(PasswordFingerprint::parse)
                .toList();
    }

    private static Outcome outcome(String word) {
        return Outcome.ofWord(word).orElseThrow(() -> new IllegalArgumentException("no outcome: " + word));
    }
}
