package io.jenkins.plugins.securityspacedns.update;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says messages in the language of a reader. Messages are made, logged and kept in English, so that the log of a build
 * stays in one language; a page translates them by {@code Phrases.properties} and its other languages. What is filled
 * into a phrase is translated too, if it is a phrase. Times are told by the clock of the reader.
 */
public final class Phrases {

    private static final String BUNDLE = Phrases.class.getName();
    private static final Pattern TIME = Pattern.compile("(20\\d{2}-[01]\\d-[0-3]\\d) ([0-2]\\d:[0-5]\\d:[0-5]\\d) UTC");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Map<Locale, List<Phrase>> LOADED = new ConcurrentHashMap<>();

    private Phrases() {}

    /**
     * @param locale the language of the reader
     * @param zone the time zone of the reader
     * @param english a message in English; may have several lines
     * @return the message in that language, and in English as far as nobody translated it
     */
    public static String in(Locale locale, ZoneId zone, String english) {
        ResourceBundle bundle = bundle(locale);
        List<Phrase> phrases = bundle.getLocale().equals(Locale.ROOT)
                ? List.of()
                : LOADED.computeIfAbsent(bundle.getLocale(), known -> phrases(bundle));
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(locale)
                .withZone(zone);
        return english.lines()
                .map(line -> translated(line, phrases))
                .map(line -> TIME.matcher(line)
                        .replaceAll(time -> Matcher.quoteReplacement(
                                clock.format(Instant.parse(time.group(1) + "T" + time.group(2) + "Z")))))
                .collect(Collectors.joining("\n"));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<Phrase> phrases(ResourceBundle other) {
        ResourceBundle english = bundle(Locale.ROOT);
        return english.keySet().stream()
                .map(key -> new Phrase(text(english, key), text(other, key)))
                .sorted(Comparator.comparing((Phrase phrase) -> -phrase.words()).thenComparing(Phrase::text))
                .toList();
    }

    /** An apostrophe is doubled in the files of all texts. */
    private static String text(ResourceBundle bundle, String key) {
        return bundle.getString(key).replace("''", "'");
    }

    private static String translated(String text, List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            Matcher said = phrase.english.matcher(text);
            if (said.matches()) {
                String sentence = PLACEHOLDER
                        .matcher(phrase.other)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(translated(said.group("p" + place.group(1)), phrases)));
                String rest = said.group("rest");
                return rest.startsWith(" ") ? sentence + " " + translated(rest.substring(1), phrases) : sentence + rest;
            }
        }
        return text;
    }

    /** A phrase in English, and in another language. */
    private record Phrase(String text, Pattern english, String other) {

        Phrase(String text, String other) {
            this(text, pattern(text), other);
        }

        /** More words come first: they tell more of what is meant. */
        int words() {
            return PLACEHOLDER.matcher(text).replaceAll("").length();
        }

        /** What may follow: other sentences, or the full stop if a phrase is the end of a sentence. */
        private static String rest(String text) {
            return text.endsWith(".") ? "(?: .+)?" : text.endsWith("}") ? "" : "\\.?";
        }

        private static Pattern pattern(String text) {
            StringBuilder regex = new StringBuilder();
            int end = 0;
            for (MatchResult place : PLACEHOLDER.matcher(text).results().toList()) {
                regex.append(Pattern.quote(text.substring(end, place.start())));
                // What comes before a semicolon is a phrase of its own.
                String filled = place.start() == 0 ? "(?:(?!; ).)+?" : ".+?";
                regex.append("(?<p")
                        .append(place.group(1))
                        .append('>')
                        .append(filled)
                        .append(')');
                end = place.end();
            }
            regex.append(Pattern.quote(text.substring(end)));
            return Pattern.compile(regex + "(?<rest>" + rest(text) + ")");
        }
    }
}
