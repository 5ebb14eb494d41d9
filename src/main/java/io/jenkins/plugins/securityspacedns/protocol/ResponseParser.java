package io.jenkins.plugins.securityspacedns.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Set<HostName> requested;
    private final Map<HostName, HostAnswer> answers = new HashMap<>();
    private final Set<HostName> notUnderstood = new HashSet<>();
    private boolean sawCode;

    private ResponseParser(UpdateRequest request, ServerAnswer answer) {
        this.request = request;
        this.answer = answer;
        this.requested = Set.copyOf(request.hosts());
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
        List<AnswerLine> lines = AnswerLine.of(answer.body());
        int position = 0;
        for (AnswerLine line : lines) {
            ReturnCode code = ReturnCode.ofWord(line.word()).orElse(null);
            sawCode |= code != null;
            if (code != null && !code.isOfOneHost()) {
                forAllWithoutLine(code);
                continue;
            }
            take(position, code, line);
            position++;
        }
        List<HostAnswer> complete = new ArrayList<>(request.hosts().size());
        for (HostName host : request.hosts()) {
            HostAnswer own = answers.get(host);
            boolean statusDecides = !sawCode && meansByStatus();
            complete.add(own == null || statusDecides ? withoutLine(host, lines) : own);
        }
        return complete;
    }

    private void forAllWithoutLine(ReturnCode code) {
        if (answers.size() == request.hosts().size() && notUnderstood.isEmpty()) {
            return;
        }
        for (HostName host : request.hosts()) {
            if (notUnderstood.contains(host) || !answers.containsKey(host)) {
                answers.put(host, new HostAnswer(host, code.outcome(), messageOf(code)));
            }
        }
        notUnderstood.clear();
    }

    private void take(int position, ReturnCode code, AnswerLine line) {
        Optional<HostName> named = code == ReturnCode.NOCHG ? requested(line.rest()) : Optional.empty();
        Optional<HostName> turn =
                position < request.hosts().size() ? Optional.of(request.hosts().get(position)) : Optional.empty();
        if (code == null) {
            turn.filter(host -> !answers.containsKey(host)).ifPresent(notUnderstood::add);
        }
        named.or(() -> turn).ifPresent(owner -> answers.computeIfAbsent(owner, host -> read(host, code, line)));
    }

    /** The requested host that a text names. */
    private Optional<HostName> requested(String text) {
        try {
            return Optional.of(HostName.parse(text)).filter(requested::contains);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private HostAnswer read(HostName host, ReturnCode code, AnswerLine line) {
        String said = "\"" + Printable.excerpt((line.word() + " " + line.rest()).strip()) + "\"";
        if (code == null) {
            return unconfirmed(host, "The server answered " + said + ", which is no word of the protocol.");
        }
        if (!answer.isSuccess()) {
            return unconfirmed(
                    host,
                    "The server answered " + said + " under HTTP status " + answer.status()
                            + ", which confirms nothing.");
        }
        if (code == ReturnCode.GOOD && isAddressSent(line.rest())) {
            return new HostAnswer(host, Outcome.UPDATED, "The server set the address to " + request.address() + ".");
        }
        if (code == ReturnCode.NOCHG
                && (requested(line.rest()).filter(host::equals).isPresent() || isAddressSent(line.rest()))) {
            return new HostAnswer(
                    host, Outcome.UNCHANGED, "The server has the address " + request.address() + " already.");
        }
        return unconfirmed(
                host,
                "The server answered " + said + ", which does not confirm "
                        + (code == ReturnCode.GOOD ? "the address " + request.address() : "this host") + ".");
    }

    private boolean isAddressSent(String text) {
        try {
            return text.equals(request.address().toString())
                    || IpAddress.parse(text).equals(request.address());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private boolean meansByStatus() {
        return answer.status() == 401 || answer.status() == 429 || answer.status() >= 500;
    }

    private HostAnswer withoutLine(HostName host, List<AnswerLine> lines) {
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
        String what = lines.isEmpty() ? "answered nothing" : "answered without a line for this host";
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
