package io.jenkins.plugins.securityspacedns.protocol;

import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the answer to an update request. Nothing counts as success unless the server said so for that host; the source
 * of the rules is the SecuritySpace Dynamic DNS Protocol Specification ("The response strings good and nochg will exist
 * one per line for each hostname in the update request, and will be specified in the same order").
 *
 * <ul>
 *   <li>Every line before the first code of the whole request takes one position: the first line belongs to the first
 *       host, and so on. A line that cannot be understood takes its position too, so that it never shifts a later
 *       {@code good} to a host that it was not meant for.
 *   <li>{@code nochg} with the name of another requested host belongs to that host.
 *   <li>The first line of a host stands.
 *   <li>The first of {@code nohost}, {@code 911}, {@code badauth} and {@code blocked} counts for every host without a
 *       line of its own before it. A line that cannot be understood is none, or a warning above {@code blocked} would
 *       hide the block.
 *   <li>{@code blocked} or {@code badauth} on any line stops the account, whatever else the answer says.
 * </ul>
 */
public final class ResponseParser {

    /** Every line ending that Unicode knows (UAX #14), so that none of them hides a second line in a first. */
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final Pattern SPACE = Pattern.compile("[\\t\\x1c-\\x1f\\p{Zs}]");

    private final UpdateRequest request;
    private final ServerAnswer answer;
    private final List<Line> lines;
    private final boolean hasCode;

    /**
     * @param code the code that the first word is, if it is one
     * @param rest what follows the first word
     * @param text the line with a single blank after its first word
     */
    private record Line(Optional<ReturnCode> code, String rest, String text) {

        static Line of(String stripped) {
            String[] parts = stripped.split(" +", 2);
            return new Line(ReturnCode.ofWord(parts[0]), parts.length == 1 ? "" : parts[1], String.join(" ", parts));
        }

        boolean is(ReturnCode other) {
            return code.equals(Optional.of(other));
        }

        boolean isOfWholeRequest() {
            return code.filter(ReturnCode::isOfWholeRequest).isPresent();
        }

        String quoted() {
            return "\"" + Printable.excerpt(text) + "\"";
        }
    }

    private ResponseParser(UpdateRequest request, ServerAnswer answer) {
        this.request = request;
        this.answer = answer;
        this.lines = LINE_END.splitAsStream(SPACE.matcher(answer.body()).replaceAll(" "))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(Line::of)
                .toList();
        this.hasCode = lines.stream().anyMatch(line -> line.code().isPresent());
    }

    /** {@return what an answer to a request means; it never throws, whatever was answered} */
    public static ParsedResponse parse(UpdateRequest request, ServerAnswer answer) {
        return new ResponseParser(request, answer).parse();
    }

    private ParsedResponse parse() {
        Optional<ReturnCode> whole =
                lines.stream().filter(Line::isOfWholeRequest).findFirst().flatMap(Line::code);
        Map<Integer, Line> own = linesOfHosts();
        List<HostAnswer> answers = IntStream.range(0, request.hosts().size())
                .mapToObj(i -> answer(request.hosts().get(i), Optional.ofNullable(own.get(i)), whole))
                .toList();
        return new ParsedResponse(answers, stop());
    }

    private Optional<Outcome> stop() {
        if (lines.stream().anyMatch(line -> line.is(ReturnCode.BLOCKED))) {
            return Optional.of(Outcome.BLOCKED);
        }
        boolean refused = lines.stream().anyMatch(line -> line.is(ReturnCode.BADAUTH)) || isRefusedByStatus();
        return refused ? Optional.of(Outcome.BADAUTH) : Optional.empty();
    }

    /** The line of each host that has one, by the host's position in the request. */
    private Map<Integer, Line> linesOfHosts() {
        Map<HostName, Integer> positions = new HashMap<>();
        for (int i = 0; i < request.hosts().size(); i++) {
            positions.put(request.hosts().get(i), i);
        }
        Map<Integer, Line> own = new HashMap<>();
        for (int i = 0; i < lines.size() && !lines.get(i).isOfWholeRequest(); i++) {
            Line line = lines.get(i);
            Optional<Integer> named = line.is(ReturnCode.NOCHG)
                    ? read(HostName::parse, line.rest()).map(positions::get)
                    : Optional.empty();
            own.putIfAbsent(named.orElse(i), line);
        }
        return own;
    }

    private HostAnswer answer(HostName host, Optional<Line> own, Optional<ReturnCode> whole) {
        if (own.flatMap(Line::code).isPresent()) {
            return answer(host, own.get());
        }
        if (whole.isPresent()) {
            ReturnCode code = whole.get();
            return new HostAnswer(host, code.outcome, code.ofWholeRequest, code == ReturnCode.NOHOST);
        }
        if (isRefusedByStatus()) {
            return new HostAnswer(
                    host,
                    Outcome.BADAUTH,
                    "The server refused the user name and password (HTTP status 401). Check the credentials.",
                    false);
        }
        if (!hasCode && (answer.status() == 429 || answer.status() >= 500)) {
            return new HostAnswer(
                    host, Outcome.SERVER_ERROR, "The server failed with HTTP status " + answer.status() + ".", false);
        }
        String message = own.map(line -> "The server answered " + line.quoted() + ", which is no word of the protocol.")
                .orElseGet(this::withoutLine);
        return new HostAnswer(host, Outcome.UNCONFIRMED, message, false);
    }

    /** What {@code good} or {@code nochg} means for the host whose line it is. */
    private HostAnswer answer(HostName host, Line line) {
        boolean good = line.is(ReturnCode.GOOD);
        Optional<IpAddress> named = read(IpAddress::parse, line.rest());
        boolean isSent = named.equals(Optional.of(request.address()));
        if (answer.isSuccess()
                && (isSent || !good && read(HostName::parse, line.rest()).equals(Optional.of(host)))) {
            String message = good
                    ? "The server set the address to " + request.address() + "."
                    : "The server has the address " + request.address() + " already.";
            return new HostAnswer(host, good ? Outcome.UPDATED : Outcome.UNCHANGED, message, false);
        }
        String why = answer.isSuccess()
                ? ", which does not confirm " + (good ? "the address " + request.address() : "this host") + "."
                : " under HTTP status " + answer.status() + ", which confirms nothing.";
        return new HostAnswer(
                host, Outcome.UNCONFIRMED, "The server answered " + line.quoted() + why, named.isPresent() && !isSent);
    }

    private String withoutLine() {
        if (answer.isRedirect()) {
            return "The server redirects elsewhere (HTTP status " + answer.status()
                    + "). Redirects are not followed: the credentials go to the configured endpoint only.";
        }
        return "The server " + (lines.isEmpty() ? "answered nothing" : "answered without a line for this host")
                + (answer.isSuccess() ? "." : " under HTTP status " + answer.status() + ".");
    }

    private boolean isRefusedByStatus() {
        return !hasCode && answer.status() == 401;
    }

    private static <T> Optional<T> read(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The server's own word for what it did, as the protocol specification lists them. */
    enum ReturnCode {
        GOOD("good", Outcome.UPDATED, ""),
        NOCHG("nochg", Outcome.UNCHANGED, ""),
        NOHOST(
                "nohost",
                Outcome.NOHOST,
                "The server says that the request was missing hostname parameters (nohost), as it does if the account"
                        + " does not have a host."),
        INTERNAL_ERROR("911", Outcome.SERVER_ERROR, "The server failed with an internal error (911)."),
        BADAUTH(
                "badauth",
                Outcome.BADAUTH,
                "The server refused the user name and password (badauth). Check the credentials."),
        BLOCKED(
                "blocked",
                Outcome.BLOCKED,
                "SecuritySpace blocked updates of this account (blocked), usually after too many updates in a"
                        + " short time. Ask SecuritySpace to remove the block, then resume the account.");

        /** Folds the case of ASCII alone: to Java, the sign for kelvin (U+212A) is a capital k. */
        private final Pattern word;

        private final Outcome outcome;
        private final String ofWholeRequest;

        /** @param ofWholeRequest what it says of the whole request; empty if it stands for the one host of its line */
        ReturnCode(String word, Outcome outcome, String ofWholeRequest) {
            this.word = Pattern.compile(word, Pattern.CASE_INSENSITIVE);
            this.outcome = outcome;
            this.ofWholeRequest = ofWholeRequest;
        }

        /** {@return the code that a word is, in any case} */
        static Optional<ReturnCode> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(code -> code.word.matcher(word).matches())
                    .findFirst();
        }

        boolean isOfWholeRequest() {
            return !ofWholeRequest.isEmpty();
        }
    }
}
