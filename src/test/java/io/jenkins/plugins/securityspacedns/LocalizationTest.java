package io.jenkins.plugins.securityspacedns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that users see exists in English and in every other language, and each can be read as it was written. */
class LocalizationTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** The languages besides English; a new one is complete when this test says so. */
    private static final List<String> LANGUAGES = List.of("de");

    /** What update sites show of the plugin is read from this file as it stands, so that it has no languages. */
    private static final Path DESCRIPTION = RESOURCES.resolve("index.jelly");

    private static final Pattern LOCALIZED = Pattern.compile("_[a-z]{2}(_[A-Z]{2})?\\.(properties|html)");

    /** {@code ${%key}} or {@code ${%key(arguments)}} in a view. */
    private static final Pattern VIEW_KEY = Pattern.compile("\\$\\{%([^}(]+)(\\([^}]*)?\\}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private static Stream<Path> filesLike(Path root, String name) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> views() {
        return filesLike(RESOURCES, ".+\\.jelly").filter(file -> !file.equals(DESCRIPTION));
    }

    static Stream<Path> messages() {
        return filesLike(RESOURCES, "Messages\\.properties");
    }

    static Stream<Path> messagesAndPhrases() {
        return filesLike(RESOURCES, "(Messages|Phrases)\\.properties");
    }

    static Stream<Path> properties() {
        return filesLike(RESOURCES, ".+\\.properties");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void aFileNamesEachKeyOnce(Path file) throws IOException {
        List<Object> keys = new ArrayList<>();
        Properties properties = new Properties() {

            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add(key);
                return super.put(key, value);
            }
        };
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static boolean isLocalized(Path file) {
        return LOCALIZED.matcher(file.getFileName().toString()).find();
    }

    private static Path in(String language, Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "_" + language + name.substring(dot));
    }

    private static Path propertiesOf(Path view) {
        return view.resolveSibling(view.getFileName().toString().replace(".jelly", ".properties"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No file, no texts. */
    private static Properties texts(Path file) {
        Properties texts = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static Set<String> keysOf(Path view) {
        return VIEW_KEY.matcher(read(view)).results().map(key -> key.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertSamePlaceholders(Properties english, Properties other) {
        for (String key : other.stringPropertyNames()) {
            assertThat(placeholders(other.getProperty(key)))
                    .as("what is filled into %s", key)
                    .isEqualTo(placeholders(english.getProperty(key, key)));
        }
    }

    @ParameterizedTest
    @MethodSource("messagesAndPhrases")
    void messagesExistInEveryLanguage(Path english) {
        for (String language : LANGUAGES) {
            Properties other = texts(in(language, english));
            assertThat(other.stringPropertyNames())
                    .as("keys in %s", in(language, english))
                    .isEqualTo(texts(english).stringPropertyNames());
            assertSamePlaceholders(texts(english), other);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsUsed(Path english) {
        Path sources = SOURCES.resolve(RESOURCES.relativize(english.getParent()));
        String code =
                filesLike(sources, ".+\\.java").map(LocalizationTest::read).collect(Collectors.joining());
        for (String key : texts(english).stringPropertyNames()) {
            assertThat(code).contains("Messages." + key.replace('.', '_') + "(");
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void viewsSpeakEveryLanguage(Path view) {
        Set<String> keys = keysOf(view);
        Properties english = texts(propertiesOf(view));
        assertThat(keys).as("keys that %s asks for", view).containsAll(english.stringPropertyNames());
        assertThat(keys)
                .as("keys of %s are shown as they are where no English text is given", view)
                .allMatch(key -> english.containsKey(key) || key.matches("[A-Z].*|.* .*"));
        for (String language : LANGUAGES) {
            Properties other = texts(in(language, propertiesOf(view)));
            assertThat(other.stringPropertyNames())
                    .as("keys in %s", in(language, propertiesOf(view)))
                    .isEqualTo(keys);
            assertSamePlaceholders(english, other);
        }
    }

    /** What stands in a view outside of an expression is the same in all languages: signs and numbers, no words. */
    @ParameterizedTest
    @MethodSource("views")
    void viewsHoldNoWordsOfTheirOwn(Path view) {
        String markup = read(view).replaceAll("(?s)<!--.*?-->", "").replaceAll("<\\?.*?\\?>", "");
        String texts = markup.replaceAll("(?s)<[^>]*>", "\n").replaceAll("(?s)\\$\\{[^}]*\\}", "");
        assertThat(texts.lines().map(String::strip).filter(line -> line.matches(".*\\p{L}{2}.*")))
                .isEmpty();
        Matcher attributes = Pattern.compile(
                        "\\b(title|alt|aria-label|placeholder|tooltip|message|data-label)=\"([^\"]+)\"")
                .matcher(markup);
        while (attributes.find()) {
            assertThat(attributes.group(2).replaceAll("\\$\\{[^}]*\\}", ""))
                    .as("%s of %s", attributes.group(1), view)
                    .doesNotContainPattern("\\p{L}{2}");
        }
    }

    @ParameterizedTest
    @MethodSource("properties")
    void textsAreMessageFormatsInAscii(Path file) {
        assertThat(read(file))
                .as("Java and Stapler have read these files in other encodings too")
                .isASCII();
        Properties texts = texts(file);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            assertThat(text.replace("''", ""))
                    .as("an apostrophe has to be doubled")
                    .doesNotContain("'");
            assertThat(new MessageFormat(text).toPattern()).as(key).isNotEmpty();
        }
    }

    @Test
    void helpExistsInEveryLanguageAndIsNeverWithoutItsOriginal() {
        List<Path> all = filesLike(RESOURCES, "help.*\\.html").toList();
        List<Path> english = all.stream().filter(file -> !isLocalized(file)).toList();
        assertThat(english).isNotEmpty();
        List<Path> expected = english.stream()
                .flatMap(file ->
                        Stream.concat(Stream.of(file), LANGUAGES.stream().map(language -> in(language, file))))
                .sorted()
                .toList();
        assertThat(all).isEqualTo(expected);
    }

    @Test
    void noTextsAreLeftOverWithoutAView() {
        assertThat(properties()
                        .filter(file -> !file.getFileName().toString().matches("(Messages|Phrases).*"))
                        .map(file -> file.resolveSibling(
                                file.getFileName().toString().replaceAll("(_[a-z]{2})?\\.properties", ".jelly")))
                        .filter(view -> !Files.exists(view)))
                .isEmpty();
    }
}
