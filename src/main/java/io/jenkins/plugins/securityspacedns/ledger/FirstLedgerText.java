package io.jenkins.plugins.securityspacedns.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Collectors;

/** Turns the entries of the first format of the ledger, which knew one service only, into those of today. */
final class FirstLedgerText {

    static final String FORMAT = "1";

    private FirstLedgerText() {}

    static Properties converted(Properties first, String service, String format) {
        Properties entries = new Properties();
        for (String key : first.stringPropertyNames()) {
            String value = first.getProperty(key);
            if (key.endsWith(".latch.refused")) {
                String since = first.getProperty(key.replace(".refused", ".since"), "");
                entries.put(
                        key.replace(".latch.refused", ".refused"),
                        Arrays.stream(value.split(" "))
                                .map(hash -> since + "|" + hash)
                                .collect(Collectors.joining(" ")));
            } else if (key.endsWith(".not-before")) {
                String account = key.substring(0, key.length() - ".not-before".length());
                entries.put(account + ".server-wait.until", value);
                entries.put(account + ".server-wait.since", lastFailure(first, account, value));
            } else {
                entries.put(
                        key.replaceFirst("^(account\\.[0-9]+)\\.latch\\.", "$1.stop.")
                                .replaceFirst("\\.doubt$", ".unanswered"),
                        value);
            }
            if (key.endsWith(".username")) {
                entries.put(key.replace(".username", ".service"), service);
            }
        }
        int added = entries.size() - first.size();
        entries.put("format", format);
        entries.computeIfPresent("entries", (key, count) -> Integer.toString(Integer.parseInt((String) count) + added));
        return entries;
    }

    /** The server asked for the wait when it last failed. */
    private static String lastFailure(Properties first, String account, String otherwise) {
        return first.stringPropertyNames().stream()
                .filter(key -> key.startsWith(account + ".host.") && key.endsWith(".hold.since"))
                .map(first::getProperty)
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }
}
