package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Holds the parser against a second reading of the rules, written apart from it, over answers of every kind. */
class ResponseParserPropertyTest {

    private static final List<String> HOSTS = List.of(
            "a.example.com",
            "b.example.com",
            "wiki.example.com",
            "xn--bcher-kva.example.com",
            "198.51.100.7.example.net");
    private static final List<String> ADDRESSES = List.of("198.51.100.7", "2001:db8::7");
    private static final Map<String, HostName> NAMES =
            HOSTS.stream().collect(Collectors.toMap(Function.identity(), HostName::parse));
    private static final List<String> ENDS =
            List.of("\n", "\r\n", "\r", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", " ");
    private static final List<String> SPACES = List.of(" ", " ", "\t", "  ", "\u00a0", "\u3000", "\u001f");

    private static final List<Integer> STATUSES =
            List.of(199, 300, 301, 302, 307, 400, 401, 403, 404, 414, 429, 500, 502, 503);
    private static final List<String> LINES = lines();

    /** Most of these look like, fold to or hide between the letters of codes and names. */
    private static final List<String> INSERTED = List.of(
            " ", "\t", "\u00a0", "\n", "\r", "\u2028", "\0", "\u0131", "\u0130", "\u212a", "\u017f", "\u200b", "\u00ad",
            "\uff41", "\u0430", "\u3002", "\u0307", "\u202e", "\ud800", "\ufeff");

    private static List<String> lines() {
        List<String> lines =
                new ArrayList<>(List.of("nohost", "911", "badauth", "blocked", "good", "nochg", "goodbye"));
        HOSTS.forEach(host -> lines.add("nochg " + host));
        for (String address : ADDRESSES) {
            // Often, so that several hosts of one answer are confirmed.
            lines.addAll(List.of("good " + address, "good " + address, "good " + address, "nochg " + address));
        }
        lines.addAll(List.of("nochg b\u00fccher.example.com", "nochg stranger.example.com", "good 2001:DB8:0:0::7"));
        lines.addAll(List.of("good 203.0.113.9", "<html>", "HTTP/1.1 200 OK"));
        return lines;
    }

    /** An answer and the request that it answers. */
    record Case(UpdateRequest request, int status, byte[] body) {

        String address() {
            return request.address().toString();
        }

        ServerAnswer answer() {
            return new ServerAnswer(status, body);
        }

        @Override
        public String toString() {
            return request.parameters() + " " + status + " " + escaped(new String(body, StandardCharsets.UTF_8));
        }

        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            text.chars().forEach(c -> escaped.append(c > 0x20 && c < 0x7f ? (char) c : String.format("\\u%04x", c)));
            return escaped.toString();
        }
    }

    // A hundred to a try, because a try costs jqwik more time than an answer costs the parser.
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void nothingIsSuccessUnlessTheServerSaidSoForThatHost(@ForAll("answers") List<Case> given) {
        long confirmed = given.stream()
                .filter(ResponseParserPropertyTest::confirmsOnlyWhatTheServerSaid)
                .count();
        // Without this, a generator that makes nothing but rubbish would go unseen.
        Statistics.label("a host is confirmed")
                .collect(confirmed > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 99));
    }

    /** Whether a host of this answer is confirmed, each of them with reason. */
    static boolean confirmsOnlyWhatTheServerSaid(Case given) {
        UpdateRequest request = given.request();
        ParsedResponse response = ResponseParser.parse(request, given.answer());
        List<HostAnswer> answers = response.answers();

        assertThat(response.stop()).as("stop of %s", given).isEqualTo(stopOf(given));
        assertThat(answers.stream().map(HostAnswer::host).toList())
                .as("hosts of %s", given)
                .isEqualTo(request.hosts());
        for (HostAnswer answer : answers) {
            if (!isSafe(answer.message())) {
                throw new AssertionError("not safe to print: " + answer);
            }
        }
        long updated = count(answers, Outcome.UPDATED);
        long unchanged = count(answers, Outcome.UNCHANGED);
        if (updated + unchanged > 0) {
            assertThat(given.status()).as("status of %s", given).isBetween(200, 299);
            List<String[]> lines = linesOf(given.body());
            assertThat(lines.stream().filter(line -> isGood(line, given.address())))
                    .as("good lines of %s", given)
                    .hasSizeGreaterThanOrEqualTo((int) updated);
            assertThat(lines.stream().filter(line -> isWord(line[0], "nochg")))
                    .as("nochg lines of %s", given)
                    .hasSizeGreaterThanOrEqualTo((int) unchanged);
            for (HostAnswer answer : answers) {
                if (answer.outcome() == Outcome.UNCHANGED) {
                    assertThat(lines)
                            .as("a line for %s in %s", answer.host(), given)
                            .anyMatch(line -> isNochg(line, answer.host().ascii(), given.address()));
                }
            }
        }
        return updated + unchanged > 0;
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whatTheServerConfirmsInTheOrderOfTheRequestIsConfirmedHoweverItIsSpaced(
            @ForAll("confirmations") Tuple.Tuple2<Case, List<Outcome>> given) {
        Case answer = given.get1();
        assertThat(ResponseParser.parse(answer.request(), answer.answer()).answers())
                .extracting(HostAnswer::outcome)
                .isEqualTo(given.get2());
    }

    // Drawn from random numbers at once: so many answers out of small arbitraries would take too long.
    @Provide
    Arbitrary<List<Case>> answers() {
        Arbitrary<Case> answer = Arbitraries.randomValue(random -> {
            List<String> hosts = new ArrayList<>(HOSTS);
            Collections.shuffle(hosts, random);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (random.nextInt(10) == 0) {
                body.writeBytes(utf8("\ufeff"));
            }
            for (int lines = random.nextInt(7); lines > 0; lines--) {
                body.writeBytes(line(random));
                body.writeBytes(utf8(any(ENDS, random)));
            }
            return new Case(
                    request(hosts.subList(0, 1 + random.nextInt(4)), any(ADDRESSES, random)),
                    status(random),
                    body.toByteArray());
        });
        return answer.list().ofSize(100);
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Case, List<Outcome>>> confirmations() {
        return Combinators.combine(
                        hosts(),
                        Arbitraries.of(ADDRESSES),
                        Arbitraries.integers().between(200, 299),
                        Arbitraries.of(Outcome.UPDATED, Outcome.UNCHANGED)
                                .list()
                                .ofSize(HOSTS.size()),
                        Arbitraries.of(ENDS.subList(0, ENDS.size() - 1)).list().ofSize(HOSTS.size()),
                        Arbitraries.of(SPACES).list().ofSize(3 * HOSTS.size()),
                        Arbitraries.integers().between(0, 3).list().ofSize(HOSTS.size()))
                .as((hosts, address, status, outcomes, ends, spaces, styles) -> {
                    StringBuilder body = new StringBuilder();
                    for (int i = 0; i < hosts.size(); i++) {
                        boolean good = outcomes.get(i) == Outcome.UPDATED;
                        String word = good ? "good" : "nochg";
                        String rest = good || styles.get(i) == 0 ? address : hosts.get(i);
                        body.append(spaces.get(3 * i))
                                .append(styles.get(i) == 1 ? word.toUpperCase(Locale.ROOT) : word)
                                .append(spaces.get(3 * i + 1))
                                .append(styles.get(i) == 2 ? rest.toUpperCase(Locale.ROOT) : rest)
                                .append(spaces.get(3 * i + 2))
                                .append(ends.get(i));
                    }
                    return Tuple.of(
                            new Case(request(hosts, address), status, utf8(body.toString())),
                            outcomes.subList(0, hosts.size()));
                });
    }

    private static Arbitrary<List<String>> hosts() {
        return Combinators.combine(
                        Arbitraries.shuffle(HOSTS), Arbitraries.integers().between(1, 4))
                .as((all, count) -> List.copyOf(all.subList(0, count)));
    }

    private static UpdateRequest request(List<String> hosts, String address) {
        return new UpdateRequest(hosts.stream().map(NAMES::get).toList(), IpAddress.parse(address));
    }

    private static int status(Random random) {
        int kind = random.nextInt(18);
        if (kind < 12) {
            return 200;
        }
        if (kind < 14) {
            return 200 + random.nextInt(100);
        }
        return kind < 17 ? any(STATUSES, random) : random.nextInt();
    }

    private static byte[] line(Random random) {
        switch (random.nextInt(20)) {
            case 0:
                byte[] noise = new byte[random.nextInt(13)];
                random.nextBytes(noise);
                return noise;
            case 1:
                return utf8(random.ints(random.nextInt(13), 0, Character.MAX_CODE_POINT + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
            case 2, 3, 4, 5, 6, 7, 8, 9, 10:
                String with = random.nextInt(3) > 0 ? any(INSERTED, random) : Character.toString(random.nextInt(128));
                return utf8(mutate(any(LINES, random), random.nextInt(7), random.nextInt(40), with));
            default:
                return utf8(any(LINES, random));
        }
    }

    private static <T> T any(List<T> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static String mutate(String line, int how, int where, String with) {
        int at = where % line.length();
        return switch (how) {
            case 0 -> line.substring(0, at) + with + line.substring(at);
            case 1 -> line.substring(0, at) + with + line.substring(at + 1);
            case 2 -> line.substring(0, at) + line.substring(at + 1);
            case 3 -> line.replace(" ", with);
            case 4 -> with + line + with;
            case 5 -> line.substring(0, at) + line.substring(at).toUpperCase(Locale.ROOT);
            default -> line.substring(0, at);
        };
    }

    // The second reading: regular expressions over the whole text instead of a walk along it.

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\u000b\f\r\u0085\u2028\u2029]");
    private static final Pattern SPACE = Pattern.compile("[\\t\\p{Z}\\x1c-\\x1f]+");
    private static final Pattern SPACE_AROUND = Pattern.compile("^[\\t\\p{Z}\\x1c-\\x1f]+|[\\t\\p{Z}\\x1c-\\x1f]+$");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static List<String[]> linesOf(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return Arrays.stream(LINE_END.split(text.startsWith("\ufeff") ? text.substring(1) : text))
                .map(line -> SPACE_AROUND.matcher(line).replaceAll(""))
                .filter(line -> !line.isEmpty())
                .map(line -> SPACE.split(line))
                .toList();
    }

    private static Optional<Outcome> stopOf(Case given) {
        Set<String> words =
                linesOf(given.body()).stream().map(line -> asciiLower(line[0])).collect(Collectors.toSet());
        if (words.contains("blocked")) {
            return Optional.of(Outcome.BLOCKED);
        }
        boolean refused = words.contains("badauth")
                || given.status() == 401
                        && Collections.disjoint(words, Set.of("good", "nochg", "nohost", "911", "badauth"));
        return refused ? Optional.of(Outcome.BADAUTH) : Optional.empty();
    }

    private static boolean isGood(String[] line, String address) {
        return line.length == 2 && isWord(line[0], "good") && isAddress(line[1], address);
    }

    private static boolean isNochg(String[] line, String host, String address) {
        return line.length == 2 && isWord(line[0], "nochg") && (isAddress(line[1], address) || isHost(line[1], host));
    }

    private static boolean isWord(String text, String word) {
        return asciiLower(text).equals(word);
    }

    private static boolean isAddress(String text, String address) {
        if (text.equals(address)) {
            return true;
        }
        // Only what looks like IPv6, so that nothing is looked up.
        if (!IPV6.matcher(text).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(text).equals(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isHost(String text, String host) {
        try {
            String name = asciiLower(IDN.toASCII(text));
            return name.equals(host) || name.equals(host + ".");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String asciiLower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower.toString();
    }

    private static long count(List<HostAnswer> answers, Outcome outcome) {
        return answers.stream().filter(answer -> answer.outcome() == outcome).count();
    }

    private static boolean isSafe(String message) {
        for (int i = 0; i < message.length(); i = message.offsetByCodePoints(i, 1)) {
            switch (Character.getType(message.codePointAt(i))) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR:
                    return false;
                default:
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
