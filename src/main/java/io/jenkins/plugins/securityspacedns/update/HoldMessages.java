package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.Decision;
import io.jenkins.plugins.securityspacedns.ledger.Guard;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.ledger.Pace;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a sentence why the guard did not let a host through. */
public final class HoldMessages {

    static final String AFTER_UNREACHABLE =
            "Not sent: the request before it in this update got no answer. Try again later.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HoldMessages() {}

    static String of(Decision.Current current) {
        return "Not sent: the server confirmed the address "
                + current.confirmation().address() + " at "
                + time(current.confirmation().at()) + "."
                + current.due()
                        .map(due -> " It is sent again after " + time(due) + " to keep it alive.")
                        .orElse("");
    }

    static String unreadable(IOException e) {
        return "Not sent: a stop may be set on the account, and what is known of it cannot be read. " + e.getMessage();
    }

    /** Says that the account has sent as many requests as its pace allows, and what they were for. */
    static String paced(AccountState state, Guard guard, Instant now) {
        Pace.Limit limit = guard.limit();
        String next = guard.paced(state, now).map(HoldMessages::time).orElse("a while");
        return "Not sent: the pace of this account is " + limit.atOnce() + " requests at once and " + limit.anHour()
                + " an hour. " + used(state.pace().requests()) + "Next request after " + next + ".";
    }

    private static String used(List<Pace.PastRequest> requests) {
        if (requests.isEmpty()) {
            return "";
        }
        Map<List<String>, Long> counts = requests.stream()
                .collect(Collectors.groupingBy(
                        past -> List.of(past.host(), past.reason().word()), LinkedHashMap::new, Collectors.counting()));
        Map.Entry<List<String>, Long> most = Collections.max(counts.entrySet(), Map.Entry.comparingByValue());
        return "It sent " + requests.size() + " since " + time(requests.get(0).at()) + ", most for "
                + most.getKey().get(0) + ": " + most.getValue() + " "
                + most.getKey().get(1) + ". ";
    }

    /** What is said of a host that the server does not know. */
    static String ofNohost(String message, Optional<HostState.Confirmation> confirmed) {
        return message
                + confirmed
                        .map(last -> " SecuritySpace confirmed this host at " + time(last.at())
                                + ": it may be gone from the account.")
                        .orElse(" SecuritySpace never confirmed this host: look at its spelling first.");
    }

    /** What is said of a failure that set a hold. */
    static String withNextTry(String message, Instant until) {
        return message + " Next try after " + time(until) + ".";
    }

    static String of(Decision.Held held) {
        return "Not sent: " + why(held);
    }

    /** {@return why a host may not be sent, and what to do} */
    public static String why(Decision.Held held) {
        String since = time(held.since());
        return switch (held.cause()) {
            case BLOCKED ->
                "SecuritySpace blocked updates of this account at " + since
                        + ". Ask SecuritySpace to remove the block, then resume the account.";
            case BADAUTH -> "SecuritySpace refused this password at " + since + ". Correct the credentials to go on.";
            case NOHOST ->
                "SecuritySpace knew no host of this request at " + since
                        + ". Correct the host names, or force the update.";
            default ->
                held.cause() + " at " + since + ", next try after "
                        + held.until().map(HoldMessages::time).orElse("a while") + ".";
        };
    }

    /** {@return the time in UTC, to the second, as people read it} */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
