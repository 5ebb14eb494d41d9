package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * Reads the answer to an update request. Nothing counts as success unless the server said so for that host; the source
 * of the rules is the SecuritySpace Dynamic DNS Protocol Specification ("The response strings good and nochg will exist
 * one per line for each hostname in the update request, and will be specified in the same order").
 *
 * <ul>
 *   <li>Every line takes one position, the codes of the whole request excepted: the first such line belongs to the first
 *       host, and so on. A line that cannot be understood takes its position too, so that it never shifts a later
 *       {@code good} to a host that it was not meant for.
 *   <li>{@code nochg} with the name of another requested host belongs to that host.
 *   <li>{@code nohost}, {@code 911}, {@code badauth} and {@code blocked} count for every host that has no line of its own
 *       yet; one that cannot be understood is none, or a warning above {@code blocked} would hide the block.
 *   <li>What a host got first stands.
 * </ul>
 */
public final class ResponseParser {

    private final UpdateRequest request;
    private final ServerAnswer answer;
    private final String address;
    private final String updated;
    private final String unchanged;
    private final HostAnswer[] answers;
    private final boolean[] notUnderstood;
    private HostPositions positions;
    private ReturnCode code;
    private int named;
    private HostAnswer said;
    private boolean sawLine;
    private boolean sawCode;

    private ResponseParser(UpdateRequest request, ServerAnswer answer) {
        this.request = request;
        this.answer = answer;
        this.address = request.address().toString();
        this.updated = "The server set the address to " + address + ".";
        this.unchanged = "The server has the address " + address + " already.";
        this.answers = new HostAnswer[request.hosts().size()];
        this.notUnderstood = new boolean[answers.length];
    }

    /**
     * Reads an answer.
     *
     * @param request the request that was answered
     * @param answer what the server answered, whole
     * @return exactly one answer for every host of the request, in the request's order; never throws, whatever was
     *     answered
     */
    public static List<HostAnswer> parse(UpdateRequest request, ServerAnswer answer) {
        return new ResponseParser(request, answer).parse();
    }

    private List<HostAnswer> parse() {
        AnswerLines lines = new AnswerLines(answer.body());
        for (int position = 0; lines.advance(); position++) {
            sawLine = true;
            if (!lines.isRepeated()) {
                understand(position, lines);
            }
            if (code != null && !code.isOfOneHost()) {
                forAllWithoutLine();
                break; // every host has its answer now, and what a host got first stands
            }
            take(position, lines);
        }
        if (!sawCode && meansByStatus()) {
            Arrays.fill(answers, null);
        }
        completeByStatus();
        return List.of(answers);
    }

    private void understand(int position, AnswerLines line) {
        code = line.code();
        sawCode |= code != null;
        named = code == ReturnCode.NOCHG ? named(position, line) : HostPositions.NONE;
        said = null;
    }

    private void forAllWithoutLine() {
        String message = messageOf(code);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null || notUnderstood[i]) {
                answers[i] = new HostAnswer(request.hosts().get(i), code.outcome(), message);
            }
        }
    }

    private void take(int position, AnswerLines line) {
        int owner = named == HostPositions.NONE ? position : named;
        if (owner < answers.length && answers[owner] == null) {
            HostName host = request.hosts().get(owner);
            said = said == null ? read(host, line) : new HostAnswer(host, said.outcome(), said.message());
            answers[owner] = said;
            notUnderstood[owner] = code == null;
        }
    }

    /** The requested host that a line names, which is as a rule the one whose turn it is. */
    private int named(int position, AnswerLines line) {
        if (position < answers.length
                && line.restIs(request.hosts().get(position).ascii())) {
            return position;
        }
        if (positions == null) {
            positions = new HostPositions(request.hosts());
        }
        return positions.of(line.rest());
    }

    private HostAnswer read(HostName host, AnswerLines line) {
        if (code == null) {
            return unconfirmed(host, "The server answered " + quoted(line) + ", which is no word of the protocol.");
        }
        if (!answer.isSuccess()) {
            return unconfirmed(
                    host,
                    "The server answered " + quoted(line) + " under HTTP status " + answer.status()
                            + ", which confirms nothing.");
        }
        if (code == ReturnCode.GOOD && isAddressSent(line)) {
            return new HostAnswer(host, Outcome.UPDATED, updated);
        }
        if (code == ReturnCode.NOCHG && (named != HostPositions.NONE || isAddressSent(line))) {
            return new HostAnswer(host, Outcome.UNCHANGED, unchanged);
        }
        return unconfirmed(
                host,
                "The server answered " + quoted(line) + ", which does not confirm "
                        + (code == ReturnCode.GOOD ? "the address " + address : "this host") + ".");
    }

    private static String quoted(AnswerLines line) {
        return "\"" + Printable.excerpt(line.text()) + "\"";
    }

    /** An IPv4 address has a single spelling. */
    private boolean isAddressSent(AnswerLines line) {
        return line.restIs(address) || request.address().family() == Family.IPV6 && isAddressSent(line.rest());
    }

    private boolean isAddressSent(String text) {
        try {
            return IpAddress.parse(text).equals(request.address());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private boolean meansByStatus() {
        return answer.status() == 401 || answer.status() == 429 || answer.status() >= 500;
    }

    private void completeByStatus() {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                answers[i] = withoutLine(request.hosts().get(i));
            }
        }
    }

    private HostAnswer withoutLine(HostName host) {
        if (!sawCode && answer.status() == 401) {
            return new HostAnswer(
                    host, Outcome.BADAUTH, "The server refused the user name and password (HTTP status 401).");
        }
        if (!sawCode && meansByStatus()) {
            return new HostAnswer(
                    host, Outcome.SERVER_ERROR, "The server failed with HTTP status " + answer.status() + ".");
        }
        if (answer.isRedirect()) {
            return unconfirmed(
                    host,
                    "The server redirects elsewhere (HTTP status " + answer.status()
                            + "). Redirects are not followed: the credentials go to the configured endpoint only.");
        }
        String what = sawLine ? "answered without a line for this host" : "answered nothing";
        return unconfirmed(
                host,
                "The server " + what + (answer.isSuccess() ? "." : " under HTTP status " + answer.status() + "."));
    }

    private static HostAnswer unconfirmed(HostName host, String message) {
        return new HostAnswer(host, Outcome.UNCONFIRMED, message);
    }

    private static String messageOf(ReturnCode code) {
        return switch (code) {
            case NOHOST -> "The server knows no host of this request for this account (nohost). Check the host names.";
            case INTERNAL_ERROR -> "The server failed with an internal error (911).";
            case BADAUTH -> "The server refused the user name and password (badauth). Check the credentials.";
            case BLOCKED ->
                "SecuritySpace blocked updates of this account (blocked), usually after too many updates in a"
                        + " short time. Ask SecuritySpace to remove the block, then resume the account.";
            case GOOD, NOCHG -> throw new IllegalArgumentException(code + " stands for one host");
        };
    }
}
